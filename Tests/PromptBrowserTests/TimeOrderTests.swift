import PromptBrowser
import PromptStore
import PromptTestSupport
import Testing

/// A list that is found to be in no true order is put into it, and the selection stays.
struct TimeOrderTests {
    @Test func aLargeFileWithMixedTimesComesIntoOrder() throws {
        let directory = try TemporaryDirectory()
        let sample = PromptTestSupport.SampleLibrary(seed: 3, count: 6000)
        try sample.store(in: .documented, at: directory.file("prompts.db"), times: .mixed)
        let store = try PromptStore(path: directory.file("prompts.db"), isReadOnly: true)
        let driver = Driver(store, now: 1_777_896_000)
        // Seconds as numbers sort below all text: the prompts that have them would be at the end.
        let newest = sample.prompts.enumerated().sorted { ($0.1.createdAt, $0.0) > ($1.1.createdAt, $1.0) }
        driver.press(.character("g"))
        for (number, _) in newest.prefix(20) { #expect(driver.screen.text.contains("Prompt \(number) about")) }
        driver.press(.character("G"))
        for (number, _) in newest.suffix(20) { #expect(driver.screen.text.contains("Prompt \(number) about")) }
    }

    @Test func aLargeFileWithoutIndexesShowsItsFamiliesAfterAll() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("prompts.db")
        try Generation.documented.create(at: path)
        try OtherProgram(path).run(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
            INSERT INTO prompts (id, content, phase, provider, model, parent_id, created_at)
            SELECT 'p' || i, 'Prompt ' || i || ' it is', 'solutio', 'openai', 'o1', CASE WHEN i = 1 THEN 'p6000' END,
              datetime(1700000000 + i, 'unixepoch') FROM n
            """
        )
        let driver = Driver(try PromptStore(path: path, isReadOnly: true), now: 1_777_896_000)
        #expect(driver.screen.text.contains("└─ solu  –  Prompt 1 it is"))
        #expect(!driver.screen.text.contains("looking for"))
    }
}
