import PromptTestSupport
import Testing

@testable import PromptStore

struct LibraryFactsTests {
    @Test(arguments: [
        (Generation.s0, LibraryGeneration.first), (.s1, .second), (.s2, .third), (.halfS0, .mixed), (.halfS1, .mixed),
        (.documented, .documented),
    ])
    func `the generation of a file is told by its columns`(made: Generation, told: LibraryGeneration) throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("prompts.db")
        try made.create(at: path)
        #expect(try PromptStore(path: path, isReadOnly: true).facts().generation == told)
    }
}
