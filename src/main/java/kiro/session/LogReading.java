package kiro.session;

import java.util.List;

/// What came out of reading a log: all records that are whole, in order, and what was wrong with the
/// others.
///
/// @param damage one line for each place that could not be read, with its line number
public record LogReading(List<Recorded> records, List<String> damage) {
    public LogReading {
        records = List.copyOf(records);
        damage = List.copyOf(damage);
    }
}
