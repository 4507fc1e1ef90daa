import Foundation
import PromptBrowser
import PromptStore
import PromptTestSupport
import Testing

@testable import PromptSettings

struct MemoryTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var memory: BrowserMemory { BrowserMemory(directory: directory.path) }

    private var state: Remembered {
        var state = Remembered()
        state.selected = "an: \"odd\" id\n"
        state.order = PromptOrder(.score, isDescending: false)
        state.search = "# no: comment"
        state.split = -12
        state.isZoomed = true
        state.focus = .lineage
        return state
    }

    @Test func `what is kept of a library comes back, and only its owner can read it`() throws {
        memory.keep("/a/prompts.db", state)
        memory.keep("/b/prompts.db", Remembered())
        #expect(memory.remembered(of: "/a/prompts.db") == state)
        #expect(memory.remembered(of: "/b/prompts.db") == Remembered())
        #expect(memory.remembered(of: "/c/prompts.db") == nil)
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.file("browser-state.yaml"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["browser-state.yaml"])
    }

    @Test func `the libraries opened last are remembered`() {
        for number in 1...(BrowserMemory.limit + 3) { memory.keep("/\(number).db", Remembered()) }
        memory.keep("/5.db", state)
        #expect(memory.remembered(of: "/3.db") == nil)
        #expect(memory.remembered(of: "/4.db") != nil)
        #expect(memory.remembered(of: "/5.db") == state)
    }

    @Test func `many browsers at once lose nothing of each other`() async {
        let (path, state) = (directory.path, state)
        await withTaskGroup { group in
            for number in 1...20 {
                group.addTask { BrowserMemory(directory: path).keep("/\(number).db", state) }
            }
        }
        for number in 1...20 { #expect(memory.remembered(of: "/\(number).db") == state) }
    }

    @Test(arguments: ["libraries: 5\n", "][", "libraries:\n- selected: x\n"])
    func `a broken file is as good as none, which is said, and is written anew`(text: String) throws {
        try text.write(toFile: directory.file("browser-state.yaml"), atomically: true, encoding: .utf8)
        #expect(memory.problem?.hasSuffix("what was remembered is forgotten, and the file is written anew.") == true)
        #expect(memory.remembered(of: "/a.db") == nil)
        memory.keep("/a.db", state)
        #expect(memory.remembered(of: "/a.db") == state)
        #expect(memory.problem == nil)
    }

    @Test func `where nothing can be written nothing is remembered, and nobody is bothered`() {
        BrowserMemory(directory: "/proc/nowhere").keep("/a.db", state)
        #expect(BrowserMemory(directory: "/proc/nowhere").problem == nil)
    }
}
