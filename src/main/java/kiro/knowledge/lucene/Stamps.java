package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/// Which state of which file an index holds.
///
/// @param byFile by the path that is cited
/// @param passages how many pieces it holds
record Stamps(Map<String, String> byFile, int passages) {
    Stamps {
        byFile = Map.copyOf(byFile);
    }

    static Stamps in(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new Stamps(Map.of(), 0);
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            var stamps = new HashMap<String, String>();
            for (LeafReaderContext leaf : reader.leaves()) {
                read(leaf.reader(), stamps);
            }
            return new Stamps(stamps, reader.numDocs() - stamps.size());
        }
    }

    /// Holds every byte of an index against its checksum.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException where one is another
    static void check(Directory directory) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
        }
    }

    private static void read(LeafReader leaf, Map<String, String> stamps) throws IOException {
        BinaryDocValues keys = leaf.getBinaryDocValues(Fields.KEY);
        BinaryDocValues values = leaf.getBinaryDocValues(Fields.STAMP);
        Bits live = leaf.getLiveDocs();
        if (keys == null || values == null) {
            return;
        }
        for (int at = keys.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = keys.nextDoc()) {
            if ((live == null || live.get(at)) && values.advanceExact(at)) {
                stamps.put(keys.binaryValue().utf8ToString(), values.binaryValue().utf8ToString());
            }
        }
    }

    /// The state of a file whose content, sources and vectors count. A last line tells why it has no text, where it has none.
    ///
    /// @param model that made vectors of it; empty for none
    static String of(FileText text, Candidate file, String model) {
        return text.hash().hex()
                + " "
                + String.join(",", file.sources())
                + "\n"
                + model
                + "\n"
                + text.reason().map(FileText.Reason::name).orElse("");
    }

    /// Whether two states differ in why there is no text at most: that follows from the content.
    static boolean isSame(String one, String other) {
        return one.substring(0, one.lastIndexOf('\n'))
                .equals(other.substring(0, other.lastIndexOf('\n')));
    }

    /// Whether two states differ in their vectors at most.
    static boolean isSameText(String one, String other) {
        return one.substring(0, one.indexOf('\n')).equals(other.substring(0, other.indexOf('\n')));
    }

    /// Why a file in this state has no text.
    static Optional<FileText.Reason> reason(String stamp) {
        String name = stamp.substring(stamp.lastIndexOf('\n') + 1);
        return name.isEmpty() ? Optional.empty() : Optional.of(FileText.Reason.valueOf(name));
    }
}
