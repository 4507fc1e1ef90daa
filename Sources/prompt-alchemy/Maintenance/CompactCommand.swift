import ArgumentParser
import PromptStore

struct CompactCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.compact)

    @OptionGroup var options: WritingTaskOptions

    func run() throws { try options.perform(.compact) }
}
