// What Swift cannot import of SQLite: the variadic sqlite3_config and sqlite3_db_config.
#ifndef PROMPT_ALCHEMY_CSQLITE_H
#define PROMPT_ALCHEMY_CSQLITE_H

#include <malloc.h>
#include <sqlite3.h>

/// Refuses SQL that could corrupt the file (writable_schema, direct writes to shadow tables).
static inline int pa_sqlite_set_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/// Has no trigger fire on this connection, except temporary ones.
static inline int pa_sqlite_disable_triggers(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
}

/// Prepares for several connections on several threads; to be called before anything else.
///
/// SQLite counts its memory under one lock for all connections, which nobody asks it about: without it a count of a large
/// library and the first page do not hold each other up. And the heaps that glibc makes for further threads grow
/// page by page, each page of a cache a system call, where the first one grows by larger steps.
static inline void pa_sqlite_prepare(void) {
    // Fails where SQLite is in use already; then it is only slower.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}

#endif
