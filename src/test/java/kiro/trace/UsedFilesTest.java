package kiro.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec-trace#AC-2")
class UsedFilesTest {
    private static final List<String> PROJECT =
            List.of(
                    "src/main/java/demo/Cart.java",
                    "src/main/java/demo/pay/Card.java",
                    "src/main/java/other/Cart.java",
                    "src/main/kotlin/demo/Price.kt",
                    "src/test/java/demo/CartTest.java",
                    "web/cart.ts",
                    "web/lib/index.ts",
                    "web/cart.test.ts",
                    "shop/cart.py",
                    "shop/pay/__init__.py",
                    "shop/test_cart.py",
                    "go/cart.go",
                    "go/cart_test.go",
                    "go/other/x.go",
                    "src/lib.rs",
                    "src/cart.rs",
                    "src/pay/mod.rs",
                    "src/pay/card.rs",
                    "tests/api.rs");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    src/test/java/demo/CartTest.java | package demo; class CartTest { Cart c; Price p; String s; } | src/main/java/demo/Cart.java src/main/kotlin/demo/Price.kt
                    src/test/java/x/CartTest.java    | import demo.pay.Card;                                      | src/main/java/demo/pay/Card.java
                    src/test/java/x/CartTest.java    | import static other.Cart.total;                            | src/main/java/other/Cart.java
                    web/cart.test.ts                 | import { add } from './cart';                              | web/cart.ts
                    web/cart.test.ts                 | const lib = require("./lib");                              | web/lib/index.ts
                    web/deep/a.test.js               | import x from '../cart.js'; import fs from 'fs';           | web/cart.ts
                    shop/test_cart.py                | from shop.cart import add                                  | shop/cart.py
                    shop/test_cart.py                | from . import cart, pay                                    | shop/cart.py shop/pay/__init__.py
                    tests/test_all.py                | import shop.pay                                            | shop/pay/__init__.py
                    go/cart_test.go                  | package cart                                               | go/cart.go
                    src/cart.rs                      | use super::*; use std::io; mod tests {}                    | src/cart.rs
                    src/cart.rs                      | use crate::pay::card::Card;                                | src/cart.rs src/pay/card.rs src/pay/mod.rs
                    tests/api.rs                     | use shop::{cart::{Cart}, pay};                             | src/cart.rs src/lib.rs src/pay/mod.rs
                    a.rb                             | require './cart'                                           |
                    """)
    void what_a_test_imports_it_uses(String test, String text, String used) {
        assertThat(new UsedFiles(PROJECT).by(test, text))
                .isEqualTo(used == null ? List.of() : List.of(used.split(" ")));
    }
}
