package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Endpoints of a project whose filter puts the caller on the request, from where controllers take it with a cast.
class FilteredCallersTest {
    private static final String ASK =
            """
            # Leave ask

            ## Requirements

            - Endpoint: `POST /leaves`
            - Authentication: API key in the header `X-API-Key`
            - Access: any signed-in user
            - Sets: `employeeId` = caller

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `reason` | string | yes | 5 to 250 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `employeeId` | integer | whose it is |
            | `reason` | string | why |

            ## Acceptance Criteria

            - [ ] AC-1: POST /leaves returns 201 and the leave when the body is valid
            """;

    private static final String CHANGE =
            """
            # Leave change

            ## Requirements

            - Endpoint: `PUT /leaves/{id}`
            - Authentication: API key in the header `X-API-Key`
            - Access: role `%1$s`

            Request fields:

            | Field | Type | Required | Constraints |
            |---|---|---|---|
            | `reason` | string | yes | 5 to 250 characters |

            Response fields:

            | Field | Type | Meaning |
            |---|---|---|
            | `id` | integer | the number |
            | `employeeId` | integer | whose it is |
            | `reason` | string | why |

            ## Acceptance Criteria

            - [ ] AC-1: PUT /leaves/{id} returns 200 and the leave when the body is valid
            - [ ] AC-2: PUT /leaves/{id} returns 400 when `reason` is shorter than 5 characters
            - [ ] AC-3: PUT /leaves/{id} returns 401 when the API key is missing
            - [ ] AC-4: PUT /leaves/{id} returns 403 when the caller does not have the role %1$s
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String spec) throws IOException, InterruptedException {
        LoopStandIn loop =
                SmallProject.of("validation")
                        .type(
                                "LeaveController",
                                """
                                @RestController
                                @RequestMapping("/leaves")
                                class LeaveController {
                                    private final LeaveService service;
                                    LeaveController(LeaveService service) { this.service = service; }
                                    @GetMapping("/{id}")
                                    Leave get(@PathVariable Long id, HttpServletRequest http) {
                                        Client client = (Client) http.getAttribute(KeyFilter.CLIENT);
                                        if (!client.hasRole("BOSS") && !client.hasRole("HR")) { throw new NotAllowed(); }
                                        return service.get(id);
                                    }
                                }
                                """)
                        .type(
                                "NotAllowed",
                                "@ResponseStatus(HttpStatus.FORBIDDEN) class NotAllowed extends RuntimeException {}")
                        .type(
                                "LeaveService",
                                """
                                @Service
                                public class LeaveService {
                                    private final Leaves leaves;
                                    public LeaveService(Leaves leaves) { this.leaves = leaves; }
                                    public Leave get(Long id) { return leaves.findById(id).orElseThrow(); }
                                }
                                """)
                        .type(
                                "Leave",
                                """
                                public class Leave {
                                    private final Long id;
                                    private final Long employeeId;
                                    private String reason;
                                    public Leave(Long id, Long employeeId, String reason) { this.id = id; this.employeeId = employeeId; this.reason = reason; }
                                    public Long getId() { return id; }
                                    public Long getEmployeeId() { return employeeId; }
                                    public String getReason() { return reason; }
                                    public void setReason(String reason) { this.reason = reason; }
                                }
                                """)
                        .type(
                                "Leaves",
                                """
                                @Repository
                                public class Leaves {
                                    private final Map<Long, Leave> all = new ConcurrentHashMap<>();
                                    private final AtomicLong ids = new AtomicLong();
                                    public Long nextId() { return ids.incrementAndGet(); }
                                    public Leave save(Leave leave) { all.put(leave.getId(), leave); return leave; }
                                    public Optional<Leave> findById(Long id) { return Optional.ofNullable(all.get(id)); }
                                    public List<Leave> findAll() { return new ArrayList<>(all.values()); }
                                }
                                """)
                        .type(
                                "Client",
                                """
                                public class Client {
                                    private final String key;
                                    private final Long employeeId;
                                    private final String role;
                                    public Client(String key, Long employeeId, String role) { this.key = key; this.employeeId = employeeId; this.role = role; }
                                    public String getKey() { return key; }
                                    public Long getEmployeeId() { return employeeId; }
                                    public String getRole() { return role; }
                                    public boolean hasRole(String role) { return this.role.equals(role); }
                                }
                                """)
                        .type(
                                "Clients",
                                """
                                @Repository
                                public class Clients {
                                    private final Map<String, Client> clients = new HashMap<>();
                                    public Clients() {
                                        add(new Client("key-emma", 1L, "EMPLOYEE"));
                                        add(new Client("key-hr", 4L, "HR"));
                                    }
                                    private void add(Client client) { clients.put(client.getKey(), client); }
                                    public Client findByKey(String key) { return clients.get(key); }
                                }
                                """)
                        .type(
                                "KeyFilter",
                                """
                                @Component
                                public class KeyFilter extends OncePerRequestFilter {
                                    public static final String CLIENT = "apiClient";
                                    @Autowired private Clients clients;
                                    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
                                        String key = request.getHeader("X-API-Key");
                                        Client client = key == null ? null : clients.findByKey(key);
                                        if (client == null) { response.setStatus(HttpServletResponse.SC_UNAUTHORIZED); return; }
                                        request.setAttribute(CLIENT, client);
                                        chain.doFilter(request, response);
                                    }
                                }
                                """)
                        .built(folder, "leave", spec);
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s+", " ");
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void give_what_tells_callers_apart_and_not_themselves()
            throws IOException, InterruptedException {
        built(ASK);

        assertThat(file("src/main/java/a/LeaveController.java"))
                .contains("@RequestAttribute(KeyFilter.CLIENT) Client client")
                .contains("client.getEmployeeId()");
        assertThat(file("src/main/java/a/LeaveService.java")).contains("Long callerId");
        assertThat(file("src/test/java/a/LeaveTest.java"))
                .contains("\"key-emma\"")
                .contains("getEmployeeId()).isEqualTo(1L)");
    }

    @Test
    @Tag("builtin-engine#AC-142")
    void are_asked_for_their_roles() throws IOException, InterruptedException {
        LoopStandIn loop = built(CHANGE.formatted("HR"));

        assertThat(file("src/main/java/a/LeaveController.java"))
                .contains("if (!client.hasRole(\"HR\")) { throw new NotAllowed();");
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        assertThat(file("src/test/java/a/LeaveTest.java"))
                .contains("leaves.save(")
                .contains("new Leave(leaves.nextId(), ");
    }

    @Test
    @Tag("builtin-engine#AC-143")
    void leave_open_what_takes_a_role_that_no_known_one_has()
            throws IOException, InterruptedException {
        LoopStandIn loop = built(CHANGE.formatted("BOSS"));

        assertThat(String.join("\n", SmallProject.notes(loop)))
                .contains("AC-1: ")
                .contains("AC-2: ")
                .contains("no user with the role BOSS is known")
                .doesNotContain("AC-3: ")
                .doesNotContain("AC-4: ");
        assertThat(file("src/test/java/a/LeaveTest.java"))
                .doesNotContain("AC-1")
                .doesNotContain("AC-2")
                .contains("isUnauthorized()")
                .contains("isForbidden()");
    }
}
