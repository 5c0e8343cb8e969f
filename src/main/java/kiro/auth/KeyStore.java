package kiro.auth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kiro.secret.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The keys of models that a person has given to `kiro auth login`: in the system's keyring where there is one, else in a file of
/// the person's. Nothing is read before it is asked for, and no keyring before the key itself is.
public final class KeyStore {
    private static final String KEYS = "keys";
    private static final String KEYRING = "keyring";

    private final Optional<CredentialFile> file;
    private final Supplier<Optional<Keyring>> keyring;
    private final Map<String, Optional<Secret>> fetched = new ConcurrentHashMap<>();
    private Optional<SortedMap<String, KeptKey>> keys = Optional.empty();

    KeyStore(Optional<CredentialFile> file, Supplier<Optional<Keyring>> keyring) {
        this.file = file;
        this.keyring = keyring;
    }

    /// @param home the person's home folder
    public static KeyStore of(Map<String, String> environment, Path home) {
        return new KeyStore(
                Optional.of(CredentialFile.of(environment, home)),
                () -> Keyring.of(environment, System.getProperty("os.name", ""), home));
    }

    /// A store that keeps nothing.
    public static KeyStore none() {
        return new KeyStore(Optional.empty(), Optional::empty);
    }

    /// What came of keeping a key.
    public sealed interface Keeping {
        /// @param place in words
        record InKeyring(String place) implements Keeping {}

        /// @param why no keyring keeps it
        record InFile(String file, String why) implements Keeping {}

        record Refused(String message, String fix) implements Keeping {}
    }

    /// The keys that are kept, by the name of the setting that each stands for.
    public synchronized SortedMap<String, KeptKey> keys() {
        if (keys.isEmpty()) {
            keys = Optional.of(Collections.unmodifiableSortedMap(read()));
        }
        return keys.get();
    }

    /// Why the keys cannot be read, where they cannot.
    public Optional<String> problem() {
        return file.map(CredentialFile::read)
                .flatMap(reading ->
                        reading instanceof CredentialFile.Reading.Broken(String message)
                                ? Optional.of(message)
                                : Optional.empty());
    }

    private SortedMap<String, KeptKey> read() {
        var read = new TreeMap<String, KeptKey>();
        if (file.isPresent()
                && file.get().read() instanceof CredentialFile.Reading.Whole(ObjectNode root)) {
            root.path(KEYS)
                    .properties()
                    .forEach(each ->
                            key(each.getValue()).ifPresent(key -> read.put(each.getKey(), key)));
        }
        return read;
    }

    private Optional<KeptKey> key(JsonNode node) {
        String hint = node.path("hint").asString("");
        if (node.path("place").asString("").equals(KEYRING)) {
            return Optional.of(
                    new KeptKey(
                            hint, node.path("words").asString("the keyring"), Optional.empty()));
        }
        return Optional.of(node.path("value").asString(""))
                .filter(value -> !value.isBlank())
                .map(Secret::of)
                .map(value ->
                        new KeptKey(
                                KeptKey.hint(value),
                                file.orElseThrow().label(),
                                Optional.of(value)));
    }

    /// The key itself; empty where none is kept, or the keyring does not give it out.
    public Optional<Secret> value(String name) {
        KeptKey kept = keys().get(name);
        return kept == null
                ? Optional.empty()
                : kept.value().or(() -> fetched.computeIfAbsent(name, this::fetch));
    }

    private Optional<Secret> fetch(String name) {
        try {
            Optional<Keyring> there = keyring.get();
            return there.isPresent() ? there.get().find(name) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The keys that are known without asking a keyring.
    public List<Secret> known() {
        var known = new ArrayList<Secret>();
        keys().values().forEach(key -> key.value().ifPresent(known::add));
        fetched.values().forEach(value -> value.ifPresent(known::add));
        return List.copyOf(known);
    }

    /// Keeps a key in the place of the one before.
    public Keeping keep(String name, Secret key) throws IOException, InterruptedException {
        Optional<String> broken = problem();
        if (broken.isPresent()) {
            return new Keeping.Refused(
                    broken.get(), "mend the file, or remove it and sign in again");
        }
        Optional<Keyring> there = keyring.get();
        Optional<String> refusal =
                there.isEmpty()
                        ? Optional.of("this system has no keyring that kiro reaches")
                        : there.get()
                                .keep(name, key)
                                .map(why ->
                                        "%s does not keep it: %s"
                                                .formatted(there.get().words(), line(why)));
        forgetRead(name);
        if (refusal.isEmpty()) {
            String words = there.orElseThrow().words();
            return written(
                    name,
                    node ->
                            node.put("place", KEYRING)
                                    .put("words", words)
                                    .put("hint", KeptKey.hint(key)),
                    new Keeping.InKeyring(words));
        }
        return written(
                name,
                node -> node.put("place", "file").put("value", key.reveal()),
                new Keeping.InFile(file.orElseThrow().label(), refusal.get()));
    }

    private Keeping written(
            String name, java.util.function.Consumer<ObjectNode> entry, Keeping kept)
            throws IOException {
        CredentialFile.Change change =
                file.orElseThrow()
                        .change(root ->
                                entry.accept(root.withObjectProperty(KEYS).putObject(name)));
        return switch (change) {
            case CredentialFile.Change.Written _ -> kept;
            case CredentialFile.Change.Refused(String message, String fix) ->
                    new Keeping.Refused(message, fix);
        };
    }

    /// Forgets a key; false where there was none.
    public boolean forget(String name) throws IOException, InterruptedException {
        KeptKey kept = keys().get(name);
        if (kept == null || file.isEmpty()) {
            return false;
        }
        if (kept.value().isEmpty()) {
            Optional<Keyring> there = keyring.get();
            if (there.isPresent()) {
                there.get().forget(name);
            }
        }
        file.get().change(root -> root.withObjectProperty(KEYS).remove(name));
        forgetRead(name);
        return true;
    }

    private synchronized void forgetRead(String name) {
        keys = Optional.empty();
        fetched.remove(name);
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
