package org.example.harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.example.harbour.application.out.ShipStore;
import org.example.harbour.domain.Ship;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
class ProseTest {

    private static final String BLUE = "Bearer token-blue";

    @Autowired private MockMvc mvc;
    @Autowired private ShipStore ships;

    @Test
    @Tag("prose#AC-1")
    void deletingAShipRemovesIt() throws Exception {
        Ship ship = storedShip("blue-line");

        mvc.perform(deleteShip(ship.callSign().value()).header(HttpHeaders.AUTHORIZATION, BLUE))
                .andExpect(status().isNoContent());
        assertThat(ships.find(ship.callSign())).isEmpty();
    }

    @Test
    @Tag("prose#AC-2")
    void deletingAnUnknownShipIsNotFound() throws Exception {
        mvc.perform(deleteShip("unknown").header(HttpHeaders.AUTHORIZATION, BLUE))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("prose#AC-3")
    void deletingTheShipOfAnotherUserIsForbidden() throws Exception {
        Ship ship = storedShip("red-line");
        var stored = ships.find(ship.callSign()).orElseThrow();

        mvc.perform(deleteShip(ship.callSign().value()).header(HttpHeaders.AUTHORIZATION, BLUE))
                .andExpect(status().isForbidden());
        assertThat(ships.find(ship.callSign()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-4")
    void deletingAShipWithoutSigningInIsUnauthorized() throws Exception {
        Ship ship = storedShip("blue-line");
        var stored = ships.find(ship.callSign()).orElseThrow();

        mvc.perform(deleteShip(ship.callSign().value())).andExpect(status().isUnauthorized());
        assertThat(ships.find(ship.callSign()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-4")
    void deletingAShipWithAnInvalidCredentialIsUnauthorized() throws Exception {
        Ship ship = storedShip("blue-line");
        var stored = ships.find(ship.callSign()).orElseThrow();

        mvc.perform(
                deleteShip(ship.callSign().value())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(ships.find(ship.callSign()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder deleteShip(Object id) {
        return delete("/v1/ships/{callSign}", id);
    }

    private Ship storedShip(String agentId) {
        Ship ship = Ship.announced(ships.nextCallSign(), agentId, "Some name");
        ships.save(ship);
        return ship;
    }
}
