package uk.sightline.identity;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** NHS numbers of the 999 range, which is kept for tests; each is given once. */
public final class TestNumbers {

    private static final AtomicInteger NEXT = new AtomicInteger(999_100_000);

    private TestNumbers() {}

    public static String nhs() {
        while (true) {
            int nine = NEXT.getAndIncrement();
            OptionalInt check = NhsNumber.checkDigit(nine);
            if (check.isPresent()) {
                return nine + "" + check.getAsInt();
            }
        }
    }
}
