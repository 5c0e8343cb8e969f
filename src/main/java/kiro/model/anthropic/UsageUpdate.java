package kiro.model.anthropic;

import java.util.OptionalLong;
import kiro.model.Usage;

/// The token counts that one event gives. They are totals, not differences: the last one counts.
record UsageUpdate(
        OptionalLong input, OptionalLong cacheRead, OptionalLong cacheWrite, OptionalLong output) {
    Usage appliedTo(Usage before) {
        if (input.isEmpty() && cacheRead.isEmpty() && cacheWrite.isEmpty() && output.isEmpty()) {
            return before;
        }
        return new Usage(
                input.orElse(before.input()),
                cacheRead.orElse(before.cacheRead()),
                cacheWrite.orElse(before.cacheWrite()),
                output.orElse(before.output()),
                before.reasoning());
    }
}
