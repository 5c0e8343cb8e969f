package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.Money;
import kiro.model.Usage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sums of what was used, as a table, as JSON and as comma-separated values.
final class UsageText {
    private static final int VERSION = 1;
    private static final String FORMULAS = "=+-@\t\r";

    private final UsageSums.Kind kind;
    private final UsageSums sums;
    private final ShownText shown;

    UsageText(UsageSums.Kind kind, UsageSums sums, ShownText shown) {
        this.kind = kind;
        this.sums = sums;
        this.shown = shown;
    }

    List<String> table(int width) {
        var table =
                new TextTable(
                        List.of(
                                kind.name(),
                                "RUNS",
                                "REPLIES",
                                "INPUT",
                                "CACHED",
                                "STORED",
                                "OUTPUT",
                                "THOUGHT",
                                "COST"));
        sums.rows().forEach(sum -> table.row(row(sum)));
        if (sums.rows().size() > 1) {
            table.row(row(sums.all()));
        }
        return table.lines(width);
    }

    private String[] row(UsageSums.Sum sum) {
        Usage usage = sum.usage();
        return new String[] {
            shown.of(sum.name().strip().lines().findFirst().orElse("")),
            "%,d".formatted(sum.sessions()),
            "%,d".formatted(sum.replies()),
            "%,d".formatted(usage.input()),
            "%,d".formatted(usage.cacheRead()),
            "%,d".formatted(usage.cacheWrite()),
            "%,d".formatted(usage.output()),
            "%,d".formatted(usage.reasoning()),
            cost(sum)
        };
    }

    private static String cost(UsageSums.Sum sum) {
        Optional<Money> cost = sum.cost();
        if (cost.isEmpty()) {
            return "not known";
        }
        return (sum.usage().estimated() > 0 ? "~" : "")
                + cost.get()
                + (sum.unpriced() > 0 ? "+" : "");
    }

    /// What has to be said of counts that are not the provider's; empty where all are.
    static String estimated(Usage usage) {
        return switch (usage.estimated()) {
            case 0 -> "";
            case 1 -> "; estimated for one reply, of which its provider did not say what it used";
            default ->
                    "; estimated for %,d replies, of which their provider did not say what they used"
                            .formatted(usage.estimated());
        };
    }

    String json() {
        ObjectNode root =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("by", kind.word());
        ArrayNode rows = root.putArray("rows");
        sums.rows()
                .forEach(sum -> json(rows.addObject().put(kind.word(), shown.of(sum.name())), sum));
        json(root.putObject("all"), sums.all());
        return root.toString();
    }

    private static void json(ObjectNode node, UsageSums.Sum sum) {
        Usage usage = sum.usage();
        node.put("sessions", sum.sessions())
                .put("replies", sum.replies())
                .put("input", usage.input())
                .put("cacheRead", usage.cacheRead())
                .put("cacheWrite", usage.cacheWrite())
                .put("output", usage.output())
                .put("reasoning", usage.reasoning());
        sum.cost()
                .ifPresentOrElse(
                        cost -> node.put("cost", cost.dollars()), () -> node.putNull("cost"));
        node.put("unpricedTokens", sum.unpriced());
        node.put("estimatedReplies", usage.estimated());
    }

    List<String> csv() {
        return Stream.concat(
                        Stream.of(
                                kind.word()
                                        + ",sessions,replies,input,cache_read,cache_write,output,reasoning,cost_usd,unpriced_tokens,estimated_replies"),
                        sums.rows().stream().map(this::csv))
                .toList();
    }

    private String csv(UsageSums.Sum sum) {
        Usage usage = sum.usage();
        return Stream.of(
                        cell(shown.of(sum.name())),
                        sum.sessions(),
                        sum.replies(),
                        usage.input(),
                        usage.cacheRead(),
                        usage.cacheWrite(),
                        usage.output(),
                        usage.reasoning(),
                        sum.cost().map(Money::dollars).orElse(""),
                        sum.unpriced(),
                        usage.estimated())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /// A task is anybody's words: a spreadsheet is not to take it for a formula.
    private static String cell(String text) {
        String plain = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.chars().anyMatch(letter -> ",\"\n\r".indexOf(letter) >= 0)
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }
}
