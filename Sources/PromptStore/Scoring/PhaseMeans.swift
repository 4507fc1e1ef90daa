import GRDB

/// Running sums of all ratings by phase, from which a score takes its prior.
enum PhaseMeans {
    /// Fewer ratings than this say too little to be a prior of their own.
    static let enough = 20

    /// Fills the sums from the ratings that are in the file.
    static func rebuild(in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO pa_phase_ratings (phase, rating_count, rating_sum)
                SELECT p.phase, count(*), sum((f.rating - 1) / 4.0)
                FROM user_feedback f JOIN prompts p ON p.id = f.prompt_id
                WHERE f.rating BETWEEN 1 AND 5 GROUP BY p.phase
                """)
    }

    /// Adds to, or with negative numbers takes from, the sums of one phase.
    static func add(count: Int, sum: Double, phase: String, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO pa_phase_ratings VALUES (?1, ?2, ?3) ON CONFLICT (phase)
                DO UPDATE SET rating_count = rating_count + ?2, rating_sum = rating_sum + ?3
                """, arguments: [phase, count, sum])
    }

    /// The prior mean of a phase, 0...1: of the phase, else of the library, else 0.5.
    static func mean(phase: String, in database: Database) throws -> Double {
        let own = try Row.fetchOne(
            database, sql: "SELECT rating_count, rating_sum FROM pa_phase_ratings WHERE phase = ?", arguments: [phase])
        if let own, let count = own[0] as Int?, let sum = own[1] as Double?, count >= enough {
            return sum / Double(count)
        }
        let all = try Row.fetchOne(
            database, sql: "SELECT sum(rating_count), sum(rating_sum) FROM pa_phase_ratings")
        if let all, let count = all[0] as Int?, let sum = all[1] as Double?, count >= enough {
            return sum / Double(count)
        }
        return 0.5
    }
}
