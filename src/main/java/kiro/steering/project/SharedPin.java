package kiro.steering.project;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kiro.text.Hash;
import kiro.text.JsonTree;
import kiro.text.ValueTree;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a team's shared steering was taken from: `docs/formats/steering-shared.md`.
///
/// @param files what was written, by its path in the folder, with its digest
public record SharedPin(String remote, String commit, SortedMap<String, String> files) {
    /// Shared steering has a folder of its own, as any other of the project's.
    public static final String FOLDER = ".kiro/steering/shared";

    public static final String PATH = FOLDER + "/pin.json";

    public SharedPin {
        files = new TreeMap<>(files);
    }

    /// Empty where it cannot be read.
    public static Optional<SharedPin> read(String text) {
        if (!(JsonTree.read(text) instanceof ValueTree.Reading.Whole(ValueTree.Fields fields))) {
            return Optional.empty();
        }
        Optional<String> remote = word(fields, "remote");
        Optional<String> commit = word(fields, "commit");
        boolean isKnown = word(fields, "version").filter("1"::equals).isPresent();
        if (!isKnown
                || remote.isEmpty()
                || commit.isEmpty()
                || !(fields.find("files").map(ValueTree.Field::value).orElse(fields)
                        instanceof ValueTree.Fields listed)) {
            return Optional.empty();
        }
        var files = new TreeMap<String, String>();
        for (ValueTree.Field field : listed.fields()) {
            if (field.value() instanceof ValueTree.Word digest) {
                files.put(field.key(), digest.text());
            }
        }
        return Optional.of(new SharedPin(remote.get(), commit.get(), files));
    }

    private static Optional<String> word(ValueTree.Fields fields, String key) {
        return fields.find(key)
                .map(ValueTree.Field::value)
                .filter(ValueTree.Word.class::isInstance)
                .map(ValueTree.Word.class::cast)
                .map(ValueTree.Word::text);
    }

    public String text() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("version", 1).put("remote", remote).put("commit", commit);
        ObjectNode listed = root.putObject("files");
        files.forEach(listed::put);
        return root.toPrettyString() + "\n";
    }

    public static String digest(byte[] bytes) {
        return Hash.of(bytes).hex();
    }
}
