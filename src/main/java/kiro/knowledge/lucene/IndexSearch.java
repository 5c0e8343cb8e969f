package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.knowledge.Fusion;
import kiro.knowledge.Passage;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/// Searches an index by words, and by a vector where there is one.
final class IndexSearch {
    private static final float TITLE_COUNTS = 1.6f;
    private static final float PATH_COUNTS = 1.2f;
    private static final float TIES_COUNT = 0.3f;

    /// Of one file no more passages are told, unless there are no others.
    private static final int MOST_OF_FILE = 3;

    private static final int FEWEST_LOOKED_AT = 60;
    private static final int MOST_WORDS = 64;

    private final Directory directory;
    private final Words words;

    IndexSearch(Directory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    /// The vector of a question.
    static final class Vector {
        private final String model;
        private final float[] numbers;

        /// @param model that made it
        Vector(String model, float[] numbers) {
            this.model = model;
            this.numbers = numbers;
        }
    }

    /// What is looked for.
    ///
    /// @param sources by name
    record Wanted(String words, Optional<Vector> vector, List<String> sources, int number) {}

    List<Passage> passages(Wanted wanted) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return List.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            Query among =
                    new TermInSetQuery(
                            Fields.SOURCE, wanted.sources().stream().map(BytesRef::new).toList());
            int looked = Math.max(FEWEST_LOOKED_AT, wanted.number() * 4);
            List<Hit> byWords = byWords(searcher, wanted.words(), among, looked);
            List<Hit> byVector =
                    wanted.vector().isEmpty()
                            ? List.of()
                            : byVector(searcher, wanted.vector().get(), among, looked);
            return told(searcher, byVector.isEmpty() ? byWords : fused(byWords, byVector), wanted);
        }
    }

    /// @param document in the index
    private record Hit(int document, double score) {}

    private static List<Hit> fused(List<Hit> byWords, List<Hit> byVector) {
        List<List<Integer>> lists =
                List.of(
                        byWords.stream().map(Hit::document).toList(),
                        byVector.stream().map(Hit::document).toList());
        return Fusion.of(lists, byWords.size() + byVector.size()).stream()
                .map(each -> new Hit(each.value(), each.score()))
                .toList();
    }

    private List<Hit> byWords(IndexSearcher searcher, String text, Query among, int number)
            throws IOException {
        var query = new BooleanQuery.Builder();
        query.add(among, Occur.FILTER);
        var each = new BooleanQuery.Builder();
        Set<String> asked = words.of(text);
        asked.stream().limit(MOST_WORDS).forEach(word -> each.add(word(word), Occur.SHOULD));
        query.add(each.build(), Occur.MUST);
        return hits(searcher, query.build(), number);
    }

    private static Query word(String word) {
        return new DisjunctionMaxQuery(
                List.of(
                        new TermQuery(new Term(Fields.TEXT, word)),
                        new BoostQuery(new TermQuery(new Term(Fields.TITLE, word)), TITLE_COUNTS),
                        new BoostQuery(new TermQuery(new Term(Fields.PATH, word)), PATH_COUNTS)),
                TIES_COUNT);
    }

    private static List<Hit> byVector(
            IndexSearcher searcher, Vector vector, Query among, int number) throws IOException {
        String field = Fields.vectors(vector.model, vector.numbers.length);
        boolean isThere =
                FieldInfos.getMergedFieldInfos(searcher.getIndexReader()).fieldInfo(field) != null;
        return isThere
                ? hits(
                        searcher,
                        new KnnFloatVectorQuery(field, vector.numbers, number, among),
                        number)
                : List.of();
    }

    private static List<Hit> hits(IndexSearcher searcher, Query query, int number)
            throws IOException {
        var hits = new ArrayList<Hit>();
        for (ScoreDoc hit : searcher.search(query, number).scoreDocs) {
            hits.add(new Hit(hit.doc, hit.score));
        }
        return hits;
    }

    private static List<Passage> told(IndexSearcher searcher, List<Hit> hits, Wanted wanted)
            throws IOException {
        var told = new ArrayList<Passage>();
        var others = new ArrayList<Passage>();
        Map<String, Integer> ofFile = new HashMap<>();
        for (Hit hit : hits) {
            if (told.size() == wanted.number()) {
                break;
            }
            Passage passage =
                    Fields.passage(
                            searcher.storedFields().document(hit.document()),
                            wanted.sources(),
                            hit.score());
            boolean isOneOfFew =
                    ofFile.merge(passage.place().document(), 1, Integer::sum) <= MOST_OF_FILE;
            (isOneOfFew ? told : others).add(passage);
        }
        others.stream().limit(wanted.number() - told.size()).forEach(told::add);
        return told;
    }
}
