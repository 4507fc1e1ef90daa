import Foundation
import PromptBrowser
import PromptStore
import PromptTestSupport
import Testing

@testable import PromptSettings

struct SettingsTests {
    @Test func `keys, looks and defaults are taken, other sections are left alone`() {
        let settings = Settings(
            """
            providers:
              openai: {api_key: secret, keys: 5}
            browser:
              keys:
                rate-5: "5"
                down: [n, Down]
                history: []
              theme: {base: dark, error: "bright-red underline"}
              columns: [title, tags, title]
              sort: score reversed
              ascii: true
              migrate: automatic
              count-uses: true
            """
        )
        #expect(settings.problems.isEmpty)
        #expect(settings.preferences.complaint == nil)
        #expect(settings.preferences.keymap.keys(of: .down) == [.character("n"), .down])
        #expect(settings.preferences.keymap.keys(of: .history).isEmpty)
        #expect(settings.preferences.order == PromptOrder(.score, isDescending: false))
        #expect(settings.palette.looks[.error] == Palette.Look("bright-red underline"))
        #expect(settings.palette.looks[.star] == Palette.named["dark"]?.looks[.star])
        #expect(settings.preferences.columns == [.title, .tags])
        #expect(settings.isASCII)
        #expect(settings.preferences.migratesAutomatically)
        #expect(settings.preferences.countsUses)
        #expect(settings.lines["keys.down"] == 6)
        #expect(settings.lines["theme.error"] == 8)
    }

    @Test(arguments: ["", "\n", "# nothing\n", "browser:\n", "other: 1\n", "browser: {}\n"])
    func `a configuration may say nothing`(text: String) {
        let settings = Settings(text)
        #expect(settings.problems.isEmpty)
        #expect(settings.preferences == Preferences())
    }

    @Test(arguments: [
        ("browser:\n  kyes: {}\n", 2, 3, "there is no setting “kyes”; did you mean keys?"),
        ("browser:\n  migrate: never\n", 2, 12, "“migrate” is ask or automatic."),
        (
            "browser:\n  xylophone: {}\n", 2, 3,
            "there is no setting “xylophone”; there are keys, theme, columns, sort, ascii, mouse, migrate and count-uses."
        ),
        ("browser: 5\n", 1, 10, "“browser” holds keys, theme, columns, sort, ascii, mouse, migrate and count-uses."),
        ("- 1\n", 1, 1, "a configuration is a list of sections such as “browser:”."),
        ("browser:\n  keys: {rate-6: x}\n", 2, 10, "there is no command “rate-6”; did you mean rate-1?"),
        ("browser:\n  keys: {dwon: x}\n", 2, 10, "there is no command “dwon”; did you mean down?"),
        ("browser:\n  keys: x\n", 2, 9, "“keys” holds commands, each with its keys, such as “down: [j, Down]”."),
        ("browser:\n  keys: {down: [x, F1]}\n", 2, 20, "“F1” is no key that a terminal sends"),
        ("browser:\n  keys:\n    down: x\n    up: x\n", 4, 5, "“x” calls down already; give up another key."),
        ("browser:\n  keys:\n    down: q\n", 3, 5, "nothing is left to press for quit"),
        ("browser:\n  theme: drak\n", 2, 10, "there is no theme “drak”; did you mean dark?"),
        ("browser:\n  theme: {star: loud}\n", 2, 17, "a look is a colour and what it is on"),
        ("browser:\n  theme: {stra: red}\n", 2, 11, "there is no part of a theme “stra”; did you mean star?"),
        ("browser:\n  columns: [rating, tagz]\n", 2, 21, "there is no column “tagz”; did you mean tags?"),
        ("browser:\n  columns: []\n", 2, 12, "“columns” needs at least one."),
        ("browser:\n  sort: size\n", 2, 9, "“sort” is created, updated, score, rating or usage"),
        ("browser:\n  ascii: perhaps\n", 2, 10, "“ascii” is true or false."),
        ("browser:\n  keys: [\n", 3, 1, "it is not YAML"),
        ("browser:\n  ascii: true\n  ascii: false\n", 2, 3, "is there twice"),
    ])
    func `what is wrong is named with its place`(text: String, line: Int, column: Int, fact: String) throws {
        let settings = Settings(text)
        let problem = try #require(settings.problems.first)
        #expect(settings.problems.count == 1)
        #expect(problem.fact.contains(fact), "\(problem.fact)")
        #expect(problem.line == line && problem.column == column, "\(problem)")
        #expect(settings.preferences.complaint?.hasPrefix("config.yaml, line \(line), column \(column): ") == true)
        #expect(settings.preferences.keymap.unreachable.isEmpty)
    }

    @Test func `what is right counts beside what is wrong`() {
        let settings = Settings("browser:\n  keys: {down: x, rate-6: y, pu: z}\n  ascii: true\n")
        #expect(settings.problems.count == 2)
        #expect(settings.preferences.keymap.keys(of: .down) == [.character("x")])
        #expect(settings.isASCII)
        #expect(settings.preferences.complaint?.hasSuffix(" There is 1 more: prompt-alchemy config.") == true)
    }

    @Test func `nothing of another section is ever repeated`() {
        let settings = Settings("keys: {openai: \"sk-verysecret\nbrowser:\n")
        #expect(!settings.problems.isEmpty)
        #expect(!settings.problems.contains { $0.fact.contains("secret") })
    }

    @Test func `a file that others can read is named with the command that mends it`() throws {
        let directory = try TemporaryDirectory()
        let file = directory.file("config.yaml")
        #expect(Settings(directory: directory.path).modeAdvice == nil)
        try "browser:\n  ascii: true\n".write(toFile: file, atomically: true, encoding: .utf8)
        chmod(file, 0o640)
        let loose = Settings(directory: directory.path)
        #expect(loose.isASCII)
        #expect(loose.preferences.complaint?.contains("mode is 0640") == true)
        #expect(loose.preferences.complaint?.hasSuffix("chmod 600 '\(file)'") == true)
        chmod(file, 0o600)
        #expect(Settings(directory: directory.path).preferences.complaint == nil)
    }
}
