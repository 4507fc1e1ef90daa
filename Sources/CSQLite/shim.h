// What Swift cannot import of SQLite: the variadic sqlite3_config and sqlite3_db_config.
#ifndef PROMPT_ALCHEMY_CSQLITE_H
#define PROMPT_ALCHEMY_CSQLITE_H

#include <sqlite3.h>

/// Refuses SQL that could corrupt the file (writable_schema, direct writes to shadow tables).
static inline int pa_sqlite_set_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/// Has SQLite not count its memory; to be called before anything else.
static inline int pa_sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
