package kiro.steering.rule;

import java.util.Optional;

/// What a sentence says to use in the place of what it forbids.
///
/// @param text as the sentence names it, such as ``the structured logger from `src/lib/logger.ts` ``
/// @param name the thing itself where the sentence names one, such as `logger.info` or `java.time`
/// @param file the file of the project that has it, where the sentence names one; its absence breaks the rule
public record Instead(String text, Optional<String> name, Optional<String> file) {}
