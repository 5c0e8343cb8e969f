package kiro.aws;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.text.OwnFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The last bill of each of a person's accounts, in the person's own folder: asking costs money, and figures change once a day.
/// `docs/formats/costs.md` describes the files.
public final class BillStore {
    private static final int VERSION = 1;
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int NAME = 16;

    private final Path file;
    private final String whose;
    private final String tag;

    private BillStore(Path file, String whose, String tag) {
        this.file = file;
        this.whose = whose;
        this.tag = tag;
    }

    /// A bill as it was kept.
    ///
    /// @param asked when AWS answered it
    public record Kept(Bill bill, Instant asked) {}

    /// @param home the person's home folder
    /// @param whose bill it is, in words that tell accounts apart
    /// @param tag by which the bill is told apart
    public static BillStore of(
            Map<String, String> environment, Path home, String whose, String tag) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path folder = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        String endpoint =
                environment.getOrDefault("AWS_ENDPOINT_URL_COST_EXPLORER", "")
                        + " "
                        + environment.getOrDefault("AWS_ENDPOINT_URL", "");
        String name = hash(String.join("\n", whose, tag, endpoint.strip()));
        return new BillStore(folder.resolve("costs").resolve(name + ".json"), whose, tag);
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// Whose bill it is.
    public String whose() {
        return whose;
    }

    public Path file() {
        return file;
    }

    /// The bill that is kept. A file that is damaged, too large or of another version counts as none: AWS is asked again.
    public Optional<Kept> read() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST);
            return CredentialText.json(new String(bytes, StandardCharsets.UTF_8))
                    .filter(json -> json.path("version").asInt(0) == VERSION)
                    .filter(json -> json.path("tag").asString("").equals(tag))
                    .flatMap(BillStore::kept);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<Kept> kept(JsonNode json) {
        try {
            var lines = new ArrayList<Bill.Line>();
            for (JsonNode line : json.path("lines")) {
                Optional<BigDecimal> amount = BillReader.amount(line.path("amount").asString(""));
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                lines.add(
                        new Bill.Line(
                                LocalDate.parse(line.path("day").asString("")),
                                line.path("service").asString(""),
                                Optional.of(line.path("value").asString(""))
                                        .filter(value -> !value.isEmpty()),
                                amount.get(),
                                line.path("estimated").asBoolean(false)));
            }
            return Optional.of(
                    new Kept(
                            new Bill(
                                    LocalDate.parse(json.path("first").asString("")),
                                    LocalDate.parse(json.path("last").asString("")),
                                    json.path("tag").asString(""),
                                    json.path("currency").asString("USD"),
                                    List.copyOf(lines)),
                            Instant.parse(json.path("asked").asString(""))));
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /// Keeps a bill in place of the one before, for nobody else to read.
    public void keep(Kept kept) throws IOException {
        Bill bill = kept.bill();
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("of", whose)
                        .put("asked", kept.asked().toString())
                        .put("first", bill.first().toString())
                        .put("last", bill.last().toString())
                        .put("tag", bill.tag())
                        .put("currency", bill.currency());
        ArrayNode lines = json.putArray("lines");
        for (Bill.Line line : bill.lines()) {
            ObjectNode node =
                    lines.addObject()
                            .put("day", line.day().toString())
                            .put("service", line.service())
                            .put("amount", line.amount().toPlainString())
                            .put("estimated", line.isEstimated());
            line.value().ifPresent(value -> node.put("value", value));
        }
        new OwnFile(file).replacePrivately(json + "\n");
    }
}
