package org.example.depot;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ParcelController {

    private final ParcelService parcelService;

    public ParcelController(ParcelService parcelService) {
        this.parcelService = parcelService;
    }

    @GetMapping("/parcels/{id}")
    public Parcel get(@PathVariable long id) {
        return parcelService.get(id);
    }

    @PutMapping("/parcels/{id}/shelf")
    public ShelfResponse updateShelf(
            @PathVariable long id, @Valid @RequestBody UpdateShelfRequest request) {
        return ShelfResponse.of(parcelService.updateShelf(id, request.shelf()));
    }
}
