package kiro.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Reads sources of many languages into trees, with the native tree-sitter library.
///
/// Nothing native is loaded before the first source is read, and nothing native outlives a reading. Any
/// number of threads may read at once.
public final class TreeSitter {
    /// Larger sources are not written by people; their trees would fill the memory.
    public static final int MOST_BYTES = 4_000_000;

    /// Sources that people write take a thousandth of it; what has no syntax takes many seconds a megabyte.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int LOOKED_AT = 8_000;
    private static final String CORE = "tree-sitter";

    private final NativeCache cache;
    private final Optional<Platform> platform;
    private final boolean isReadInPlace;
    private final ClassLoader libraries;
    private final Map<Grammar, NativeGrammar> grammars = new EnumMap<>(Grammar.class);
    private @Nullable NativeCore core;

    /// Those that have come to the end of a source, and can begin another: making one costs as much as reading a small
    /// file. There are never more than threads that read at a time.
    private final Queue<MemorySegment> parsers = new ConcurrentLinkedQueue<>();

    /// @param cache where the native libraries are unpacked to
    /// @param system the property `os.name`
    /// @param processor the property `os.arch`
    public TreeSitter(NativeCache cache, String system, String processor) {
        this(cache, system, processor, true, TreeSitter.class.getClassLoader());
    }

    /// @param isReadInPlace whether trees may be read without a call for each node
    /// @param libraries what the native libraries are found with
    TreeSitter(
            NativeCache cache,
            String system,
            String processor,
            boolean isReadInPlace,
            ClassLoader libraries) {
        this.cache = cache;
        this.platform = Platform.of(system, processor);
        this.isReadInPlace = isReadInPlace && platform.filter(Platform::hasKnownForms).isPresent();
        this.libraries = libraries;
    }

    /// Reads a source, whatever is in it. The bytes must not be changed afterwards.
    public SyntaxReading read(Grammar grammar, byte[] source) {
        if (source.length > MOST_BYTES) {
            return new SyntaxReading.Broken(
                    "it has %,d bytes, and sources over %,d bytes are not read"
                            .formatted(source.length, MOST_BYTES));
        }
        if (isBinary(source)) {
            return new SyntaxReading.Broken("it is binary, not text");
        }
        try {
            return new SyntaxReading.Whole(tree(grammar, source));
        } catch (NativeFailure unusable) {
            return new SyntaxReading.Broken(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new IllegalStateException("native calls throw nothing of their own", impossible);
        }
    }

    private static boolean isBinary(byte[] source) {
        for (int i = 0; i < Math.min(source.length, LOOKED_AT); i++) {
            if (source[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// The tree of a source; the grammar of Java is older than the language, so that what it does not follow is shown to it
    /// in forms that it knows.
    private SyntaxTree tree(Grammar grammar, byte[] source) throws Throwable {
        SyntaxTree tree = parse(grammar, source, source);
        if (grammar != Grammar.JAVA || !tree.hasErrors()) {
            return tree;
        }
        Optional<byte[]> shown = JavaStandIns.of(source);
        if (shown.isEmpty()) {
            return tree;
        }
        SyntaxTree other = parse(grammar, source, shown.get());
        return other.faults() < tree.faults() ? other : tree;
    }

    /// @param shown to the parser, in the place of the source
    private SyntaxTree parse(Grammar grammar, byte[] source, byte[] shown) throws Throwable {
        NativeGrammar language = grammar(grammar);
        NativeCore library = core();
        MemorySegment idle = parsers.poll();
        MemorySegment parser = idle == null ? library.newParser() : idle;
        boolean isReusable = false;
        try (Arena arena = Arena.ofConfined()) {
            if (!library.setLanguage(parser, language.language())) {
                throw new NativeFailure(
                        "the parser's library is of another age than that for " + grammar.title());
            }
            var input = new NativeInput(shown, LIMIT, arena);
            MemorySegment tree = library.parse(parser, input);
            if (tree.address() == 0) {
                throw new NativeFailure(
                        "so little of it is %s that reading it takes over %d seconds"
                                .formatted(grammar.title(), LIMIT.toSeconds()));
            }
            isReusable = true;
            try {
                return new TreeBuilder(library, language, source).read(grammar, tree, arena);
            } finally {
                library.deleteTree(tree);
            }
        } finally {
            if (isReusable) {
                parsers.add(parser);
            } else {
                library.deleteParser(parser);
            }
        }
    }

    private synchronized NativeGrammar grammar(Grammar grammar) throws Throwable {
        NativeGrammar known = grammars.get(grammar);
        if (known != null) {
            return known;
        }
        NativeCore library = core();
        MemorySegment language =
                library.language(
                        load(CORE + "-" + grammar.symbol()), "tree_sitter_" + grammar.symbol());
        NativeGrammar loaded = NativeGrammar.of(library, language, isReadInPlace);
        grammars.put(grammar, loaded);
        return loaded;
    }

    private synchronized NativeCore core() {
        NativeCore known = core;
        if (known == null) {
            known = new NativeCore(load(CORE));
            core = known;
        }
        return known;
    }

    private SymbolLookup load(String library) {
        Platform here =
                platform.orElseThrow(() ->
                        new NativeFailure(
                                "sources are read on Linux, macOS and Windows, on x86-64, and on arm64 but for Windows"));
        return cache.load(library + here.suffix(), bytes(here.resource(library)));
    }

    private byte[] bytes(String resource) {
        try (InputStream in = libraries.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NativeFailure(
                        "this kiro was packed without %s: install it again".formatted(resource));
            }
            return in.readAllBytes();
        } catch (IOException cause) {
            throw new UncheckedIOException(resource + " could not be unpacked", cause);
        }
    }
}
