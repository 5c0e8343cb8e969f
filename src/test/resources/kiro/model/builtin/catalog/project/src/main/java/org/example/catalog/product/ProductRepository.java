package org.example.catalog.product;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ProductRepository extends ListCrudRepository<Product, UUID> {}
