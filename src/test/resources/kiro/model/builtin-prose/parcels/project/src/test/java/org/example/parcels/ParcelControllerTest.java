package org.example.parcels;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ParcelControllerTest {

    @Autowired private MockMvc mvc;
    @Autowired private Parcels parcels;
    @Autowired private Badges badges;

    @BeforeEach
    void handOutBadges() {
        badges.add(new Badge("badge-1", "liv"));
    }

    @Test
    void senders_read_their_parcels() throws Exception {
        parcels.put(new Parcel(7001, "liv", "books", Parcel.State.PACKED));

        mvc.perform(get("/parcels/7001").header("X-Badge", "badge-1")).andExpect(status().isOk());
        mvc.perform(get("/parcels/7001")).andExpect(status().isUnauthorized());
    }
}
