package kiro.aws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What AWS billed for Amazon Bedrock in some days, told apart by a cost allocation tag.
///
/// @param first the first day
/// @param last the last day, which may still go on
/// @param tag the key of the tag
/// @param currency of all amounts, such as `USD`
public record Bill(LocalDate first, LocalDate last, String tag, String currency, List<Line> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }

    /// What a service cost on a day under one value of the tag.
    ///
    /// @param service as the bill names it, such as `Claude Sonnet 4.5 (Amazon Bedrock Edition)`
    /// @param value of the tag; empty where the cost bears none
    /// @param isEstimated whether AWS may still change it
    public record Line(
            LocalDate day,
            String service,
            Optional<String> value,
            BigDecimal amount,
            boolean isEstimated) {}

    /// Whether any cost bears the tag: where none does it may not be activated, or was never sent.
    public boolean isTagged() {
        return lines.stream().anyMatch(line -> line.value().isPresent());
    }

    /// The sum of some lines.
    public BigDecimal sum(Predicate<Line> which) {
        return lines.stream()
                .filter(which)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
