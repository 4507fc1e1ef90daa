import ArgumentParser
import PromptStore

struct OptimizeCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.optimize)

    @OptionGroup var options: WritingTaskOptions

    func run() throws { try options.perform(.optimize) }
}
