import Testing

@testable import PromptStore

/// Each fact has its sentence: what happened, to what, what to do now.
struct SentenceTests {
    @Test(arguments: [
        (
            StoreError.missing(path: "/l.db"),
            "There is no library at /l.db; start prompt-alchemy in a terminal to create one, or name another file with --database."
        ),
        (
            .empty(path: "/l.db"),
            "/l.db is empty; start prompt-alchemy in a terminal to make it a new library, or name another file with --database."
        ),
        (
            .directory(path: "/l"),
            "/l is a directory, not a library; name the file in it with --database, or give the directory as --data-dir."
        ),
        (
            .notRegular(path: "/dev/null"),
            "/dev/null is not a regular file, so it cannot be a library; name another file with --database."
        ),
        (
            .noPermission(path: "/l.db"),
            "You have no permission for /l.db; ask its owner, or change its mode with chmod u+rwX."
        ),
        (
            .sqlText(path: "/l.sql"),
            "/l.sql is SQL text, not a database; bring it into a library with: prompt-alchemy import --file /l.sql --database NEW.db"
        ),
        (
            .jsonText(path: "/l.json"),
            "/l.json is JSON text, not a database; bring it into a library with: prompt-alchemy import --file /l.json --database NEW.db"
        ),
        (
            .notSQLite(path: "/l.db"),
            "/l.db is not a SQLite database, or it is an encrypted one; name another file with --database."
        ),
        (
            .truncated(path: "/l.db", expectedBytes: 8192, actualBytes: 5000),
            "/l.db is cut off: it has 5000 of 8192 bytes; put back a whole copy, and keep this one until that worked."
        ),
        (
            .corrupt(path: "/l.db"),
            "/l.db is damaged; copy it aside, then restore a backup or salvage what is left with: sqlite3 /l.db .recover"
        ),
        (
            .otherApplication(path: "/l.db", tables: ["a", "b", "c", "d", "e"]),
            "/l.db belongs to another application (its tables: a, b, c, d); name a library of prompts with --database."
        ),
        (
            .newer(path: "/l.db", step: "0009-moods"),
            "/l.db was changed by a newer prompt-alchemy (step 0009-moods); update this program, or look at it with --read-only."
        ),
        (
            .locked(path: "/l.db"),
            "/l.db is locked by a program that the system does not show; nothing was changed, try again when that program is done."
        ),
        (
            .locked(path: "/l.db", by: LockHolder(processID: 4711, program: "sqlite3", seconds: 12)),
            "/l.db is locked by sqlite3 (pid 4711), seen for 12 s; nothing was changed, finish what it is doing or end it, then try again."
        ),
        (
            .locked(path: "/l.db", by: LockHolder(processID: 4711, program: nil)),
            "/l.db is locked by the process 4711; nothing was changed, finish what it is doing or end it, then try again."
        ),
        (
            .locked(path: "/l.db", by: LockHolder(processID: 1, program: "p", isThisProcess: true, seconds: 1)),
            "/l.db is locked by another task of this program, seen for 1 s; nothing was changed, wait until it is done, then try again."
        ),
        (
            .foreignObjects(
                path: "/l.db",
                [
                    ForeignObject(kind: .trigger, name: "wipe", event: "after insert on prompts"),
                    ForeignObject(kind: .view, name: "best"),
                ]
            ),
            "/l.db has what prompt-alchemy did not make: trigger “wipe” (after insert on prompts), view “best”; nothing was changed, look at it with sqlite3, then repeat this with --allow-triggers."
        ),
        (
            .diskFull(path: "/l.db"),
            "There is no room left on the disk of /l.db; nothing was changed, free some space and try again."
        ),
        (
            .readOnly(path: "/l.db"),
            "/l.db is open for reading only; nothing was changed, restart without --read-only or make file and directory writable."
        ),
        (
            .inputOutput(path: "/l.db", detail: "disk I/O error"),
            "The system could not read or write /l.db (disk I/O error); nothing was changed, check the disk and try again."
        ),
        (
            .alreadyExists(path: "/l.db"),
            "/l.db is there already and was left alone; open it, or name another file with --database."
        ),
        (.fileExists(path: "/b.db"), "/b.db is there already and was left alone; name another file."),
        (
            .noRoom(path: "/l.db", neededBytes: 1_200_001, freeBytes: 0),
            "There is not enough room on the disk of /l.db: 2 MB are needed and 0 MB are free; nothing was changed, free some space and try again."
        ),
        (
            .promptGone(id: "abc"),
            "Prompt abc is no longer in the library; another program has deleted it, nothing was changed."
        ),
        (
            .unknownPrompt(beginning: "abc"),
            "No prompt has an id that begins with “abc”; look for it with: prompt-alchemy search TEXT"
        ),
        (
            .ambiguousPrompt(beginning: "a", candidates: ["a1", "a2"]),
            "More than one id begins with “a”: a1, a2; give more of the one you mean."
        ),
        (
            .ambiguousPrompt(beginning: "a", candidates: ["a1", "a2", "a3", "a4", "a5", "a6"]),
            "More than one id begins with “a”: a1, a2, a3, a4, a5, …; give more of the one you mean."
        ),
        (.nothingToWithdraw, "This run has not rated this prompt, so there is nothing to withdraw."),
        (.nothingToUndo, "There is nothing to undo."),
        (.nothingToRedo, "There is nothing to redo."),
        (.changedSince(what: "the rating 4"), "Not reverted: the rating 4 has been changed since by something else."),
        (.emptyComment, "A comment needs words; nothing was saved."),
        (
            .notOwnFeedback,
            "Only what this run said can be edited or withdrawn, and only while it is there; nothing was changed."
        ),
        (.emptyText, "A prompt needs a text; nothing was saved."),
        (
            .unreadableText(id: "a1"),
            "The text of prompt a1 is not UTF-8, and an editor would spoil it; nothing was changed."
        ),
        (
            .unreadableTags(id: "a1"),
            "The tags of prompt a1 are neither a list with commas nor JSON; nothing was changed, mend them with another program first."
        ),
        (
            .unusableTag("a,b"),
            "“a,b” cannot be a tag, for in this library commas separate tags; nothing was changed, leave the comma out."
        ),
        (
            .sameText(id: "a1"),
            "Prompt a1 has the same text already, and this library takes each text once; nothing was changed."
        ),
        (.cancelled, "Given up, because something newer was asked for."),
        (
            .notAsBefore(path: "/l.db", check: "old values", found: "rows of metrics"),
            "The migration of /l.db was taken back, for its check “old values” failed (rows of metrics); nothing was changed, keep using the file as it is."
        ),
        (
            .database(path: "/l.db", detail: "no such table: x"),
            "SQLite could not do that in /l.db (no such table: x); nothing was changed."
        ),
    ])
    func everyFactHasItsSentence(error: StoreError, sentence: String) {
        #expect(error.sentence == sentence)
    }
}
