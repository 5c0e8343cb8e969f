package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests pretend users where they cannot sign in; who shows something invalid is refused by the real chain.
@Tag("builtin-engine#AC-211")
class StrangersTest {
    private static final String NOBODY = "Basic bm9ib2R5Ondyb25n";

    @TempDir private Path folder;

    /// @param scheme how callers show themselves: `httpBasic`, `formLogin`
    static LoopStandIn read(Path folder, String scheme) throws IOException, InterruptedException {
        return SmallProject.of("security", "security-test")
                .type("Memo", "public record Memo(long id, String owner, String text) {}")
                .type(
                        "Memos",
                        """
                        @Component
                        public class Memos {
                            private final Map<Long, Memo> byId = new ConcurrentSkipListMap<>();
                            private final AtomicLong last = new AtomicLong();
                            public long nextId() { return last.incrementAndGet(); }
                            public Optional<Memo> find(long id) { return Optional.ofNullable(byId.get(id)); }
                            public List<Memo> all() { return List.copyOf(byId.values()); }
                            public void save(Memo one) { byId.put(one.id(), one); }
                        }
                        """)
                .type(
                        "MemoController",
                        """
                        @RestController
                        @RequestMapping("/memos")
                        class MemoController {
                            private final Memos memos;
                            MemoController(Memos memos) { this.memos = memos; }
                            @GetMapping
                            List<Memo> mine(Principal principal) {
                                return memos.all().stream().filter(one -> one.owner().equals(principal.getName())).toList();
                            }
                        }
                        """)
                .type(
                        "Security",
                        """
                        @Configuration
                        class Security {
                            @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
                                return http.authorizeHttpRequests(all -> all.anyRequest().authenticated()).{scheme}(withDefaults()).build();
                            }
                            @Bean UserDetailsService users(JdbcTemplate jdbc) {
                                return name -> jdbc.queryForObject("select * from accounts where name = ?", (rs, i) -> new Account(rs), name);
                            }
                        }
                        """
                                .replace("{scheme}", scheme))
                .test(
                        "MemoControllerTest",
                        """
                        @SpringBootTest
                        @AutoConfigureMockMvc
                        class MemoControllerTest {
                            @Autowired private MockMvc mvc;

                            @Test
                            void mine() throws Exception {
                                mvc.perform(get("/memos").with(user("ada"))).andExpect(status().isOk());
                            }
                        }
                        """)
                .built(
                        folder,
                        "read",
                        """
                        # Memo read

                        ## Requirements

                        - Endpoint: `GET /memos/{id}`
                        - Authentication: basic
                        - Access: owner

                        Response fields: `id`, `owner`, `text`.

                        ## Acceptance Criteria

                        - [ ] AC-1: GET /memos/{id} returns 200 and the memo when it exists
                        - [ ] AC-2: GET /memos/{id} returns 401 without valid credentials
                        """);
    }

    @Test
    void a_name_that_nobody_has_is_shown_by_http_basic() throws IOException, InterruptedException {
        LoopStandIn loop = read(folder, "httpBasic");
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text())
                .containsSubsequence(
                        code("perform(getMemo(memo.id()).with(user(ADA)))"),
                        "#AC-2",
                        code("perform(getMemo(memo.id())).andExpect(status().isUnauthorized());"),
                        "#AC-2",
                        code(
                                "perform(getMemo(memo.id()).header(\"Authorization\", \""
                                        + NOBODY
                                        + "\")).andExpect(status().isUnauthorized());"));
    }

    @Test
    void nothing_is_shown_where_nobody_can_show_anything()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                read(
                        folder,
                        "exceptionHandling(all -> all.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))).formLogin");
        assertThat(SmallProject.notes(loop).toString())
                .contains("AC-2", "what a credential looks like that is not valid was not found");
        assertThat(text()).doesNotContain("#AC-2", code(NOBODY), "Authorization");
    }

    private String text() throws IOException {
        return code(Files.readString(folder.resolve("src/test/java/a/ReadTest.java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
