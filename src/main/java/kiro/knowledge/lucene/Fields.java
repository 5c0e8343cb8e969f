package kiro.knowledge.lucene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.knowledge.Passage;
import kiro.text.Hash;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// How pieces of files lie in the index. Each file has one entry that says which state of it is there, and one for each piece.
final class Fields {
    static final String FILE = "file";
    static final String STAMP = "stamp";
    static final String KEY = "key";
    static final String SOURCE = "source";
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String PATH = "path";
    private static final String SHOWN = "shown";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    /// Words are counted; where they stand in the text is not asked for.
    private static final FieldType SEARCHED = searched(Field.Store.NO);

    private static final FieldType SEARCHED_AND_KEPT = searched(Field.Store.YES);

    private Fields() {}

    private static FieldType searched(Field.Store store) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setStored(store == Field.Store.YES);
        type.freeze();
        return type;
    }

    /// Vectors of each model, and of each length, lie in a field of their own.
    static String vectors(String model, int length) {
        return "vector-" + Hash.of(model).abbreviated() + "-" + length;
    }

    /// The entry that says which state of a file is there.
    static Document file(Candidate file, String stamp) {
        var document = new Document();
        document.add(new StringField(FILE, file.shown(), Field.Store.NO));
        document.add(new BinaryDocValuesField(KEY, bytes(file.shown())));
        document.add(new BinaryDocValuesField(STAMP, bytes(stamp)));
        return document;
    }

    static Document piece(Candidate file, Chunk chunk) {
        var document = new Document();
        document.add(new StringField(FILE, file.shown(), Field.Store.NO));
        for (String source : file.sources()) {
            document.add(new StringField(SOURCE, source, Field.Store.YES));
        }
        document.add(new Field(PATH, file.shown(), SEARCHED));
        document.add(new Field(TITLE, chunk.title(), SEARCHED_AND_KEPT));
        document.add(new Field(TEXT, chunk.text(), SEARCHED_AND_KEPT));
        document.add(new StoredField(SHOWN, file.shown()));
        document.add(new StoredField(FIRST, chunk.first()));
        document.add(new StoredField(LAST, chunk.last()));
        return document;
    }

    static KnnFloatVectorField vector(String model, float[] vector) {
        return new KnnFloatVectorField(
                vectors(model, vector.length), vector, VectorSimilarityFunction.COSINE);
    }

    /// @param wanted the sources that were asked, of which the first that has the piece is named
    static Passage passage(Document document, List<String> wanted, double score) {
        var sources = new ArrayList<String>(List.of(document.getValues(SOURCE)));
        sources.retainAll(wanted);
        return new Passage(
                sources.isEmpty() ? "" : sources.getFirst(),
                new Passage.Place(
                        text(document, SHOWN),
                        Optional.of(
                                new Passage.Lines(number(document, FIRST), number(document, LAST))),
                        Optional.empty()),
                text(document, TITLE),
                score,
                text(document, TEXT));
    }

    private static String text(Document document, String field) {
        return Optional.ofNullable(document.get(field)).orElse("");
    }

    private static int number(Document document, String field) {
        return Integer.parseInt(text(document, field));
    }

    private static BytesRef bytes(String text) {
        return new BytesRef(text.getBytes(StandardCharsets.UTF_8));
    }
}
