package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a new one is compared with of all others of the same parent.
class SiblingsTest {
    private static final String BID =
            """
            # Bid create

            ## Requirements

            - Endpoint: `POST /lots/{lotId}/bids`
            - Authentication: none
            - Rate limit: 20 requests per minute per IP address

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `amount` | decimal | yes | at least 1, %s |

            ## Acceptance Criteria

            - [ ] AC-1: POST /lots/{lotId}/bids returns 201 and the bid when the body is valid
            - [ ] AC-2: POST /lots/{lotId}/bids returns 422 when `amount` is lower than the highest bid on the lot
            - [ ] AC-3: POST /lots/{lotId}/bids returns 429 when the caller has used up the 20 requests
            """;

    private static final String OFFER =
            """
            # Offer create

            ## Requirements

            - Endpoint: `POST /offers`
            - Authentication: none
            - `price` must be lower than every other offer for the same lot.

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `lotId` | integer | yes | must be an existing lot |
            | `price` | decimal | no | at least 1 |

            ## Acceptance Criteria

            - [ ] AC-1: POST /offers returns 201 and the offer when the body is valid
            - [ ] AC-2: POST /offers returns 409 when `price` is not lower than the lowest offer for the lot
            """;

    @TempDir private Path folder;

    private static String store(String type) {
        return """
        @Component
        public class %ss {
            private final Map<Long, %s> byId = new ConcurrentSkipListMap<>();
            private final AtomicLong last = new AtomicLong();
            public long nextId() { return last.incrementAndGet(); }
            public Optional<%s> find(long id) { return Optional.ofNullable(byId.get(id)); }
            public List<%s> all() { return List.copyOf(byId.values()); }
            public void save(%s one) { byId.put(one.id(), one); }
        }
        """
                .replace("%s", type);
    }

    private static String repository(String type) {
        return "public interface %ss extends JpaRepository<%s, Long> {}".replace("%s", type);
    }

    private static String entity(String name, String fields, String parameters, String body) {
        return """
        @Entity
        public class {name} {
            @Id @GeneratedValue private Long id;
            {fields}
            protected {name}() {}
            public {name}({parameters}) { {body} }
            public Long getId() { return id; }
        """
                        .replace("{name}", name)
                        .replace("{fields}", fields)
                        .replace("{parameters}", parameters)
                        .replace("{body}", body)
                + "}\n";
    }

    private static SmallProject kept() {
        return SmallProject.of("validation")
                .type("Lot", "public record Lot(long id, String title) {}")
                .type("Bid", "public record Bid(long id, long lotId, BigDecimal amount) {}")
                .type("Offer", "public record Offer(long id, long lotId, BigDecimal price) {}")
                .type("Lots", store("Lot"))
                .type("Bids", store("Bid"))
                .type("Offers", store("Offer"));
    }

    private static SmallProject controlled(SmallProject project, String find) {
        return project.type(
                        "BidController",
                        """
                        @RestController
                        class BidController {
                            private final Bids bids;
                            private final Lots lots;
                            BidController(Bids bids, Lots lots) { this.bids = bids; this.lots = lots; }
                            @GetMapping("/lots/{lotId}/bids/{id}")
                            Bid get(@PathVariable long lotId, @PathVariable long id) {
                                return bids.find(id).orElseThrow();
                            }
                        }
                        """
                                .replace("find(", find))
                .type(
                        "OfferController",
                        """
                        @RestController
                        class OfferController {
                            private final Offers offers;
                            private final Lots lots;
                            OfferController(Offers offers, Lots lots) { this.offers = offers; this.lots = lots; }
                            @GetMapping("/offers/{id}")
                            Offer get(@PathVariable long id) {
                                return offers.find(id).orElseThrow();
                            }
                        }
                        """
                                .replace("find(", find))
                .test(
                        "BidControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class BidControllerTest {
                            @Autowired private MockMvc mvc;
                            @Autowired private Lots lots;

                            @Test
                            void unknown() throws Exception {
                                mvc.perform(get("/lots/{lotId}/bids/{id}", 1, 2)).andExpect(status().isNotFound());
                            }
                        }
                        """);
    }

    private static String higher() {
        return BID.formatted("higher than every other bid on the lot");
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void of_what_the_path_names_are_all_that_count() throws IOException, InterruptedException {
        assertThat(controlled(kept(), "find(").built(folder, "bid-create", higher()).problem())
                .isEmpty();
        assertThat(text("src/main/java/a/BidController.java"))
                .contains(
                        code("if (bids.all().stream().anyMatch(other -> other.lotId() == lotId")
                                + code(" && request.amount().compareTo(other.amount()) <= 0)) {")
                                + code(
                                        " throw new BidConflictException(\"amount must be greater than that of every other bid\");"));
        assertThat(text("src/main/java/a/BidConflictException.java"))
                .contains(code("@ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)"));
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void by_how_much_is_added_to_what_others_have() throws IOException, InterruptedException {
        controlled(kept(), "find(")
                .built(folder, "bid-create", BID.formatted("at least the highest bid plus 2.50"));
        assertThat(text("src/main/java/a/BidController.java"))
                .contains(
                        code(
                                "request.amount().compareTo(other.amount().add(new BigDecimal(\"2.50\"))) < 0"));
        assertThat(text("src/test/java/a/BidCreateTest.java"))
                .contains(
                        code("new BigDecimal(\"7.5\")"),
                        code("storedSameAmountBid()"),
                        code("new BigDecimal(\"5.00\")"),
                        code("new BigDecimal(\"6.00\")"));
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void a_repository_is_asked_for_those_of_the_parent() throws IOException, InterruptedException {
        var project =
                SmallProject.of("validation", "data-jpa")
                        .type(
                                "Lot",
                                entity(
                                        "Lot",
                                        "private String title; public String getTitle() { return title; }",
                                        "String title",
                                        "this.title = title;"))
                        .type(
                                "Bid",
                                entity(
                                        "Bid",
                                        "@ManyToOne private Lot lot; private BigDecimal amount; public Lot getLot() { return lot; } public BigDecimal getAmount() { return amount; }",
                                        "Lot lot, BigDecimal amount",
                                        "this.lot = lot; this.amount = amount;"))
                        .type(
                                "Offer",
                                entity(
                                        "Offer",
                                        "private Long lotId; private BigDecimal price; public Long getLotId() { return lotId; } public BigDecimal getPrice() { return price; }",
                                        "Long lotId, BigDecimal price",
                                        "this.lotId = lotId; this.price = price;"))
                        .type("Lots", repository("Lot"))
                        .type("Bids", repository("Bid"))
                        .type("Offers", repository("Offer"));
        LoopStandIn loop = controlled(project, "findById(").built(folder, "bid-create", higher());
        assertThat(loop.problem()).isEmpty();
        assertThat(text("src/main/java/a/Bids.java"))
                .contains(code("List<Bid> findByLotId(Long lotId);"));
        assertThat(text("src/main/java/a/BidController.java"))
                .contains(
                        code(
                                "bids.findByLotId(lotId).stream().anyMatch(other -> request.amount().compareTo(other.getAmount()) <= 0)"));
        controlled(project, "findById(").built(folder, "offer-create", OFFER);
        assertThat(text("src/main/java/a/OfferController.java"))
                .contains(
                        code(
                                        "if (request.price() != null && offers.findByLotId(request.lotId()).stream().anyMatch(other -> other.getPrice() != null")
                                + code(" && request.price().compareTo(other.getPrice()) >= 0)) {"));
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void a_field_of_the_body_says_what_they_belong_to() throws IOException, InterruptedException {
        controlled(kept(), "find(").built(folder, "offer-create", OFFER);
        assertThat(text("src/main/java/a/OfferController.java"))
                .contains(
                        code(
                                "offers.all().stream().anyMatch(other -> other.lotId() == request.lotId()"),
                        code("request.price().compareTo(other.price()) >= 0"));
        assertThat(text("src/test/java/a/OfferCreateTest.java"))
                .contains(
                        code(
                                "OfAnotherLotIsServed() throws Exception { storedLowerOffer(); lot = storedLot();"));
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void a_method_that_leaves_some_out_is_not_asked() throws IOException, InterruptedException {
        var project =
                kept().type(
                                "Bids",
                                store("Bid")
                                        .replace(
                                                "public void save",
                                                "public List<Bid> openByLot(long lotId) { return all().stream().filter(one -> one.lotId() == lotId && one.amount() != null).toList(); }\n    public void save"));
        controlled(project, "find(").built(folder, "bid-create", higher());
        assertThat(text("src/main/java/a/BidController.java"))
                .contains(code("bids.all().stream().anyMatch(other -> other.lotId() == lotId"));
    }

    @Test
    @Tag("builtin-engine#AC-166")
    void what_cannot_be_listed_leaves_the_endpoint_out() throws IOException, InterruptedException {
        var project =
                kept().type(
                                "Bids",
                                """
                                public interface Bids {
                                    Optional<Bid> find(long id);
                                    void save(Bid one);
                                    long nextId();
                                }
                                """);
        LoopStandIn loop = controlled(project, "find(").built(folder, "bid-create", higher());
        assertThat(loop.problem() + SmallProject.notes(loop))
                .contains("Bids cannot list what there is");
        assertThat(text("src/main/java/a/BidController.java")).doesNotContain("PostMapping");
    }

    @Test
    @Tag("builtin-engine#AC-167")
    void both_sides_another_parent_and_none_are_tested() throws IOException, InterruptedException {
        controlled(kept(), "find(").built(folder, "bid-create", higher());
        assertThat(text("src/test/java/a/BidCreateTest.java"))
                .contains(
                        code(
                                "BelowThatOfAnotherBidIsRefused() throws Exception { storedHigherBid(); int count = bids.all().size();"),
                        code(
                                "EqualToThatOfAnotherBidIsRefused() throws Exception { storedSameAmountBid();"),
                        code(
                                "BetweenThoseOfOthersIsRefused() throws Exception { storedLowerBid(); storedHigherBid(); storedLowerBid();"),
                        code(
                                "AboveThatOfAnotherBidIsServed() throws Exception { storedLowerBid();"),
                        code(
                                "BelowThatOfAnotherBidOfAnotherLotIsServed() throws Exception { storedHigherBid(); lot = storedLot();"),
                        code("AsTheFirstOneIsServed()"),
                        code("new Bid(bids.nextId(), lot.id(), new BigDecimal(\"8.5\"))"),
                        code("new Bid(bids.nextId(), lot.id(), new BigDecimal(\"7.5\"))"),
                        code("new Bid(bids.nextId(), lot.id(), new BigDecimal(\"6.5\"))"));
    }

    @Test
    @Tag("builtin-engine#AC-168")
    void a_limit_is_used_up_by_requests_for_what_is_not_there()
            throws IOException, InterruptedException {
        controlled(kept(), "find(").built(folder, "bid-create", higher());
        assertThat(text("src/test/java/a/BidCreateTest.java"))
                .contains(
                        code(
                                "for (int sent = 0; sent < 20; sent++) { mvc.perform(create(999_999, VALID_CREATE)); }"));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve(path)));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
