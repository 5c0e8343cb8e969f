package kiro.steering.sentence;

import java.util.List;

/// A steering file as its rules see it.
///
/// @param file as messages name it
/// @param name the first part of its rules' ids, such as `code-style`
/// @param about patterns of the files that it is told for; none where it is told for all
/// @param isToldAlways whether its sentences hold without somebody choosing the file first
/// @param body its text below the front matter
/// @param linesAbove how many lines the front matter takes
public record SteeringSource(
        String file,
        String name,
        List<String> about,
        boolean isToldAlways,
        String body,
        int linesAbove) {
    public SteeringSource {
        about = List.copyOf(about);
    }
}
