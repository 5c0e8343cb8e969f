package kiro.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.aws.Spending;
import kiro.model.Money;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// AWS's bill as a table and as JSON.
final class BillText {
    private static final int VERSION = 1;
    private static final int SHOWN = 4;

    private final BillRows rows;
    private final String currency;
    private final ShownText shown;

    /// @param currency of what AWS billed
    BillText(BillRows rows, String currency, ShownText shown) {
        this.rows = rows;
        this.currency = currency;
        this.shown = shown;
    }

    List<String> table(int width) {
        var headings = new ArrayList<>(List.of(rows.by().name(), "BILLED"));
        if (rows.by() != BillRows.Kind.SESSION) {
            headings.add("TAGGED");
        }
        if (rows.by() != BillRows.Kind.MODEL) {
            headings.add("COUNTED HERE");
        }
        var table = new TextTable(headings);
        rows.rows().forEach(row -> table.row(cells(row)));
        if (rows.rows().size() > 1) {
            table.row(cells(rows.all()));
        }
        return table.lines(width);
    }

    private String[] cells(BillRows.Row row) {
        var cells = new ArrayList<>(List.of(shown.of(row.name()), money(row, row.billed())));
        if (rows.by() != BillRows.Kind.SESSION) {
            cells.add(money(row, row.tagged()));
        }
        if (rows.by() != BillRows.Kind.MODEL) {
            cells.add(row.own().map(BillText::counted).orElse("-"));
        }
        return cells.toArray(String[]::new);
    }

    private String money(BillRows.Row row, Optional<BigDecimal> amount) {
        return amount.map(known -> (row.isEstimated() ? "~" : "") + money(known))
                .orElse("not known");
    }

    /// An amount of the bill, for people.
    String money(BigDecimal amount) {
        return currency.equals("USD") ? "$" + number(amount) : number(amount) + " " + currency;
    }

    private static String counted(UsageSums.Sum sum) {
        return sum.cost()
                .map(cost -> sum.unpriced() > 0 ? cost + "+" : cost.toString())
                .orElse("not known");
    }

    private static String number(BigDecimal amount) {
        return amount.setScale(SHOWN, RoundingMode.UP).toPlainString();
    }

    /// What the seven days cost, in a sentence.
    String sentence(Spending spending) {
        return "the %d days to %s cost %s%s, %sthe %s that %s (the alert is at %d %%)"
                .formatted(
                        Spending.DAYS,
                        spending.last(),
                        money(spending.spent()),
                        spending.isTagged() ? "" : " for all of Amazon Bedrock",
                        spending.percentSpent().map("%,d %% of "::formatted).orElse("against "),
                        money(spending.baseline()),
                        spending.isSet()
                                ? "cost.baseline sets"
                                : "%d days cost before".formatted(Spending.DAYS),
                        spending.percent());
    }

    ObjectNode json() {
        ObjectNode root =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("by", rows.by().word())
                        .put("currency", currency)
                        .put("isTagged", rows.isTagged());
        ArrayNode array = root.putArray("rows");
        rows.rows()
                .forEach(row ->
                        json(array.addObject().put(rows.by().word(), shown.of(row.name())), row));
        json(root.putObject("all"), rows.all());
        return root;
    }

    private static void json(ObjectNode node, BillRows.Row row) {
        put(node, "billed", row.billed().map(BillText::number));
        put(node, "tagged", row.tagged().map(BillText::number));
        node.put("isEstimated", row.isEstimated());
        put(node, "counted", row.own().flatMap(UsageSums.Sum::cost).map(Money::dollars));
        node.put("unpricedTokens", row.own().map(UsageSums.Sum::unpriced).orElse(0L));
    }

    private static void put(ObjectNode node, String name, Optional<String> text) {
        text.ifPresentOrElse(known -> node.put(name, known), () -> node.putNull(name));
    }

    static ObjectNode json(Spending spending) {
        ObjectNode node =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("state", spending.isTooMuch() ? "above" : "within")
                        .put("first", spending.first().toString())
                        .put("last", spending.last().toString())
                        .put("spent", number(spending.spent()))
                        .put("baseline", number(spending.baseline()))
                        .put("isBaselineSet", spending.isSet())
                        .put("alertAt", number(spending.alertAt()))
                        .put("percent", spending.percent());
        return node.put("counts", spending.isTagged() ? "tagged" : "all");
    }
}
