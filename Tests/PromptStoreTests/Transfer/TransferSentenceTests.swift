import Testing

@testable import PromptStore

/// Each fact about an export or an import has its sentence.
struct TransferSentenceTests {
    @Test(arguments: [
        (
            TransferError.outputBusy(path: "/e.sql.partial"),
            "/e.sql.partial is being written by another export, or is no regular file; name another file with --output."
        ),
        (.missing(path: "/e.sql"), "There is no file /e.sql to import; name another one with --file."),
        (.notAFile(path: "/e"), "/e is not a file that can be imported; name an export with --file."),
        (
            .isDatabase(path: "/l.db"),
            "/l.db is a database, not an export; open it with --database, or export it first with: prompt-alchemy export --format sql --database /l.db"
        ),
        (
            .unreadable(path: "/e.sql", line: 3, detail: "no such table: x"),
            "/e.sql cannot be read as an export (line 3: no such table: x); nothing was changed, export the library again."
        ),
        (
            .refused(path: "/e.sql", line: 3, what: "ATTACH"),
            "Line 3 of /e.sql has ATTACH, which no export has; nothing was changed, and nothing of it was run."
        ),
        (
            .cutOff(path: "/e.sql"),
            "/e.sql ends before it is complete; nothing was changed, export the library again."
        ),
        (
            .noLibrary(path: "/e.sql"),
            "/e.sql holds no table of prompts with id and content; nothing was changed, name an export with --file."
        ),
        (
            .otherGeneration(path: "/e.sql", table: "prompts"),
            "The table prompts in /e.sql is of another generation than the library's; nothing was changed, import it into a new library with --database, and migrate that."
        ),
        (
            .conflicts(count: 2, first: "prompts abc"),
            "2 rows differ from those of the library (the first: prompts abc); nothing was changed, choose with --on-conflict skip or replace."
        ),
    ])
    func everyFactHasItsSentence(error: TransferError, sentence: String) {
        #expect(StoreError.transfer(error).sentence == sentence)
    }
}
