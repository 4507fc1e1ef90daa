// What Swift cannot import of ncurses: the wide mode switch, function-like macros and globals.
#ifndef PROMPT_ALCHEMY_CNCURSES_H
#define PROMPT_ALCHEMY_CNCURSES_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <stdio.h>
#include <unistd.h>
#include <curses.h>
#include <term.h>

static const attr_t PA_BOLD = A_BOLD;
static const attr_t PA_DIM = A_DIM;
static const attr_t PA_REVERSE = A_REVERSE;
static const attr_t PA_UNDERLINE = A_UNDERLINE;

static const int PA_KEY_CODE_YES = KEY_CODE_YES;

static inline FILE *pa_stdout(void) { return stdout; }
static inline FILE *pa_stdin(void) { return stdin; }

/// The environment, to hand on to a child.
static inline char **pa_environment(void) { return environ; }

/// The window that is the screen.
static inline WINDOW *pa_screen(void) { return stdscr; }

/// The colours the terminal says it has; 0 for none.
static inline int pa_colors(void) { return COLORS; }

/// A number of the terminal's description, below 0 where it has none.
static inline int pa_number(const char *name) { return tigetnum((char *)name); }

/// Whether the terminal's description has a capability that comes as a flag, a number or a text.
static inline bool pa_has(const char *name) {
    char *text = tigetstr((char *)name);
    return tigetflag((char *)name) > 0 || tigetnum((char *)name) > 0 || (text && text != (char *)-1);
}

/// A string capability of the terminal, or NULL where terminfo names none.
static inline const char *pa_capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? (char *)0 : value;
}

#endif
