import ArgumentParser
import PromptStore

struct PerformanceCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.performance)

    @OptionGroup var options: TaskOptions

    func run() throws { try options.perform(.performance) }
}
