import ArgumentParser
import PromptStore

struct AnalyzeCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.analyze)

    @OptionGroup var options: WritingTaskOptions

    func run() throws { try options.perform(.analyze) }
}
