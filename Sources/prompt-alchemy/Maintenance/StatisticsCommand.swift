import ArgumentParser
import PromptStore

struct StatisticsCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.statistics)

    @OptionGroup var options: TaskOptions

    func run() throws { try options.perform(.statistics) }
}
