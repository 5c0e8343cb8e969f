package kiro.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kiro.aws.Bill;

/// What AWS billed beside what this program counted itself, by day, session or model.
///
/// @param by what the rows are about
/// @param isTagged whether any cost bears the tag
record BillRows(Kind by, boolean isTagged, List<Row> rows, Row all) {
    private static final String NO_SESSION = "(no session)";

    BillRows {
        rows = List.copyOf(rows);
    }

    /// What rows are about.
    enum Kind {
        DAY,
        SESSION,
        MODEL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param billed by AWS; empty where it is not known
    /// @param isEstimated whether AWS may still change that
    /// @param tagged the part of it that bears the tag; empty where it is not known
    /// @param own what this program counted in this workspace; empty where it counted nothing
    record Row(
            String name,
            Optional<BigDecimal> billed,
            boolean isEstimated,
            Optional<BigDecimal> tagged,
            Optional<UsageSums.Sum> own) {}

    /// @param bill empty where AWS did not tell it
    /// @param own the program's own sums of the same days, by the same kind; none by model, as AWS names models otherwise
    static BillRows of(Kind by, Optional<Bill> bill, Days days, Optional<UsageSums> own) {
        List<Bill.Line> lines =
                bill.stream()
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> days.include(line.day()))
                        .toList();
        boolean isTagged = bill.filter(Bill::isTagged).isPresent();
        var groups =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        line -> name(by, line), TreeMap::new, Collectors.toList()));
        var names = new TreeSet<>(groups.keySet());
        var counted = new TreeMap<String, UsageSums.Sum>();
        own.ifPresent(sums -> sums.rows().forEach(sum -> counted.put(sum.name(), sum)));
        names.addAll(counted.keySet());
        var rows = new ArrayList<Row>();
        for (String name : names) {
            // A session of which no cost bears the tag may have cost something all the same.
            boolean isKnown = bill.isPresent() && (by != Kind.SESSION || groups.containsKey(name));
            rows.add(
                    row(
                            name,
                            groups.getOrDefault(name, List.of()),
                            isKnown,
                            isTagged,
                            Optional.ofNullable(counted.get(name))));
        }
        return new BillRows(
                by,
                isTagged,
                rows,
                row("all", lines, bill.isPresent(), isTagged, own.map(UsageSums::all)));
    }

    private static String name(Kind by, Bill.Line line) {
        return switch (by) {
            case DAY -> line.day().toString();
            case SESSION -> line.value().orElse(NO_SESSION);
            case MODEL -> line.service();
        };
    }

    private static Row row(
            String name,
            List<Bill.Line> lines,
            boolean isKnown,
            boolean isTagged,
            Optional<UsageSums.Sum> own) {
        return new Row(
                name,
                isKnown ? Optional.of(sum(lines, _ -> true)) : Optional.empty(),
                isKnown && lines.stream().anyMatch(Bill.Line::isEstimated),
                isKnown && isTagged
                        ? Optional.of(sum(lines, line -> line.value().isPresent()))
                        : Optional.empty(),
                own.filter(sum -> sum.replies() > 0));
    }

    private static BigDecimal sum(List<Bill.Line> lines, Predicate<Bill.Line> which) {
        return lines.stream()
                .filter(which)
                .map(Bill.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The days that count, both with them.
    record Days(LocalDate first, LocalDate last) {
        boolean include(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
