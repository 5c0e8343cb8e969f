package org.example.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.example.shelter.domain.Keeper;
import org.example.shelter.domain.Species;
import org.example.shelter.store.KeeperStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    @Autowired private MockMvc mvc;
    @Autowired private KeeperStore keepers;
    @Autowired private JdbcTemplate jdbc;

    @Test
    @Tag("prose#AC-1")
    void deletingAKeeperRemovesIt() throws Exception {
        Keeper keeper = storedKeeper();

        mvc.perform(deleteKeeper(keeper.badge())).andExpect(status().isNoContent());
        assertThat(keepers.findByBadge(keeper.badge())).isEmpty();
    }

    @Test
    @Tag("prose#AC-2")
    void deletingAnUnknownKeeperIsNotFound() throws Exception {
        mvc.perform(deleteKeeper("unknown")).andExpect(status().isNotFound());
    }

    @Test
    @Tag("prose#AC-3")
    void deletingAKeeperWithAnimalsIsRefused() throws Exception {
        Keeper keeper = storedKeeper();
        new SimpleJdbcInsert(jdbc)
                .withTableName("animal")
                .usingGeneratedKeyColumns("id")
                .usingColumns("chip", "name", "kind", "born_on", "keeper_id", "arrived_at")
                .executeAndReturnKey(Map.of(
                        "chip", "Some chip",
                        "name", "Some name",
                        "kind", Species.CAT.name(),
                        "born_on", LocalDate.of(2026, 1, 5),
                        "keeper_id", keeper.id(),
                        "arrived_at", Timestamp.from(Instant.parse("2026-01-05T09:00:00Z"))));
        var stored = keepers.findByBadge(keeper.badge()).orElseThrow();

        mvc.perform(deleteKeeper(keeper.badge())).andExpect(status().isConflict());
        assertThat(keepers.findByBadge(keeper.badge())).isPresent();
        assertThat(keepers.findByBadge(keeper.badge()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder deleteKeeper(Object id) {
        return delete("/api/keepers/{badge}", id);
    }

    private Keeper storedKeeper() {
        String badge = UUID.randomUUID().toString().substring(0, 10);
        new SimpleJdbcInsert(jdbc)
                .withTableName("keeper")
                .usingGeneratedKeyColumns("id")
                .usingColumns("badge", "name")
                .execute(Map.of(
                        "badge", badge,
                        "name", "Some name"));
        return keepers.findByBadge(badge).orElseThrow();
    }
}
