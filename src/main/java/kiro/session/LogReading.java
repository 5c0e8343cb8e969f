package kiro.session;

import java.util.List;

/// What came out of reading a log: all records that are whole, in order, and what was wrong with the
/// others.
///
/// @param damage one line for each place that could not be read, with its line number
public record LogReading(List<Recorded> records, List<String> damage) {
    static final String CUT_OFF = " is cut off";

    public LogReading {
        records = List.copyOf(records);
        damage = List.copyOf(damage);
    }

    /// What is wrong with records that others follow: what a crash leaves is at the end.
    public List<String> damageWithin() {
        return damage.stream().filter(place -> !place.contains(CUT_OFF)).toList();
    }
}
