import Foundation
import PromptTestSupport
import Testing

struct DoctorTests {
    private let directory: TemporaryDirectory
    private let library: Library

    init() throws {
        directory = try TemporaryDirectory()
        library = try Library(at: directory.file("prompts.db"))
        chmod(library.path, 0o600)
        chmod(directory.path, 0o700)
    }

    private func run(_ words: String..., variables: [String: String] = [:]) async throws -> ChildProcess {
        var environment = ["PATH": ChildProcess.searchPath, "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        environment.merge(variables) { $1 }
        return try await ChildProcess.run(
            [Program.path()] + words + ["--data-dir", directory.path],
            environment: environment
        )
    }

    private func configure(_ text: String) throws {
        try text.write(toFile: directory.file("config.yaml"), atomically: true, encoding: .utf8)
        chmod(directory.file("config.yaml"), 0o600)
    }

    @Test func `where all is well the doctor says so and changes nothing`() async throws {
        let before = try library.bytes()
        let run = try await run("doctor")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.output)\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("ok  ") }, "\(run.output)")
        #expect(run.output.contains("SQLite          3."))
        #expect(run.output.contains("layout          as documented"))
        #expect(try library.bytes() == before)
    }

    @Test func `each problem comes with what to do, and the exit status is 1`() async throws {
        try configure("browser:\n  keys: {dwon: x}\n")
        chmod(library.path, 0o644)
        _ = try await library.query("CREATE TRIGGER touch AFTER INSERT ON metrics BEGIN SELECT 1; END")
        let run = try await run("doctor")
        #expect(run.status == 1)
        #expect(run.output.contains("trigger “touch” (after insert on metrics)"))
        #expect(run.output.contains("\(library.path), mode 0644\n    → "))
        #expect(run.output.contains("mend that with: chmod 600 \(library.path)"))
        #expect(run.output.contains("line 2, column 10: there is no command “dwon”; did you mean down?"))
        let json = try await self.run("doctor", "--output", "json").json()
        let findings = try #require(json["findings"] as? [[String: Any]])
        #expect(findings.filter { $0["is_problem"] as? Bool == true }.count == 3)
    }

    @Test func `a library that cannot be opened is a finding`() async throws {
        try FileManager.default.removeItem(atPath: library.path)
        let run = try await run("doctor")
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.output.contains("→ There is no library at"))
    }

    @Test func `the configuration in force is printed with its lines, and nothing of other sections`() async throws {
        try configure("providers: {openai: {api_key: sk-secret}}\nbrowser:\n  keys: {down: [n]}\n  theme: light\n")
        let run = try await run("config")
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.contains("theme                     light  # line 4\n"))
        #expect(run.output.contains("keys.down                 n  # line 3\n"))
        #expect(run.output.contains("keys.up                   k ↑\n"))
        #expect(!run.output.contains("secret"))
        let json = try await self.run("config", "--output", "json").json()
        #expect(json["exists"] as? Bool == true)
        let settings = try #require(json["settings"] as? [[String: Any]])
        #expect(settings.first { $0["name"] as? String == "keys.down" }?["line"] as? Int == 3)
    }

    @Test func `what is wrong with the configuration is printed, and the exit status is 1`() async throws {
        try configure("browser:\n  colour: red\n")
        let run = try await run("config")
        #expect(run.status == 1)
        #expect(run.output.contains("line 2, column 3: there is no setting “colour”"), "\(run.output)")
        let json = try await self.run("config", "--output", "json").json()
        #expect((json["problems"] as? [String])?.count == 1)
    }
}
