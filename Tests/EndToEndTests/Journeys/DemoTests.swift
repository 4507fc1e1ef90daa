import Foundation
import Testing

struct DemoTests {
    @Test func `the demo library is gone after quitting`() async throws {
        try await TmuxTerminal.open { terminal in
            try await terminal.browse("--demo")
            try await terminal.waitFor("demo, thrown away at the end")
            #expect(try Self.demos(in: terminal).count == 1)
            try await terminal.send("5")
            try await terminal.waitFor("Rated ★★★★★, saved")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
            #expect(try Self.demos(in: terminal) == [])
        }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `the demo library is gone after a signal that asks to end`(signal: Int32) async throws {
        try await TmuxTerminal.open { terminal in
            let process = try await terminal.browse("--demo")
            #expect(try Self.demos(in: terminal).count == 1)
            kill(process, signal)
            try await terminal.waitForPrompt(status: 128 + Int(signal))
            #expect(try Self.demos(in: terminal) == [])
        }
    }

    /// The directories of demo libraries; the home directory is also where temporary files go.
    private static func demos(in terminal: TmuxTerminal) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: terminal.home).filter { $0.contains("demo") }
    }
}
