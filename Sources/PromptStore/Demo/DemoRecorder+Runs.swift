extension DemoRecorder {
    /// Returns how often the prompt ran.
    mutating func recordRuns(_ node: DemoNode) -> Int {
        let isUsed = random.chance(node.phase == .prima ? 0.4 : 0.68)
        let count = node.reception?.runs ?? (isUsed ? 1 + min(random.below(40), random.below(40)) : 0)
        let typical = 1500 * Self.exponential(0.6 * random.bell())
        let tokens = node.text.utf8.count / 4
        let span = Double(max(0, min(now - node.created, 200 * 86_400) - 30))
        var moments = (0..<count).map { _ in node.created + 15 + Int(span * random.unit()) }
        moments.sort()
        for moment in moments {
            let output = random.within(90...900)
            let time = typical * Self.exponential(0.55 * random.bell()) + Double(output)
            let success = min(1, max(0, 0.5 + 0.5 * node.quality + 0.1 * random.bell()))
            let rating =
                random.chance(0.12)
                ? min(5, max(1, Int((1 + 4 * node.quality + 0.8 * random.bell()).rounded()))) : nil
            append(
                DemoLibrary.Metric(
                    promptID: node.id,
                    tokenUsage: tokens + output,
                    responseTimeMs: min(15_000, max(300, Int(time))),
                    successRate: (success * 100).rounded() / 100,
                    userRating: rating,
                    feedback: random.chance(0.04)
                        ? DemoComments.comment(on: rating, persona: node.persona, &random) : nil,
                    createdAt: moment
                )
            )
        }
        return count
    }

    /// How often a prompt was used beyond its measured runs: mostly seldom, now and then very often.
    mutating func extraUses() -> Int {
        let share = random.unit()
        let fifthPower = share * share * share * share * share
        return Int(135 * fifthPower * fifthPower)
    }

    /// A number's bytes, the least significant first.
    static func bytes(of number: Float) -> [UInt8] {
        let bits = number.bitPattern
        return [UInt8(truncatingIfNeeded: bits)] + [8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
    }

    /// e to the power of a number near 0, good to a few per cent.
    private static func exponential(_ power: Double) -> Double {
        (0..<6).reduce(1 + power / 64) { result, _ in result * result }
    }
}
