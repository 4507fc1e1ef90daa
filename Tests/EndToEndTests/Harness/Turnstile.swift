/// Lets a few in at a time; the others wait for their turn, in order.
///
/// All tests start at once. On a machine with two cores each of fifty browsers would be too slow to be waited for.
actor Turnstile {
    /// The one for terminals.
    static let terminals = Turnstile(places: 5)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
