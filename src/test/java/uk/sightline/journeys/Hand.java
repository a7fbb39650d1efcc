package uk.sightline.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody works a page: with a mouse, or with the keyboard alone. */
interface Hand {

    void press(Locator control);

    void type(Locator field, String text);

    /** Ticks a box, or chooses an answer. */
    void pick(Locator answer);

    void choose(Locator list, String value);

    static Hand mouse() {
        return new Mouse();
    }

    static Hand keyboard(Page page) {
        return new Keyboard(page);
    }

    /** Clicks. */
    final class Mouse implements Hand {

        @Override
        public void press(Locator control) {
            control.click();
        }

        @Override
        public void type(Locator field, String text) {
            field.fill(text);
        }

        @Override
        public void pick(Locator answer) {
            answer.check();
        }

        @Override
        public void choose(Locator list, String value) {
            list.selectOption(value);
        }
    }

    /** Tab, Space, Enter, the arrows and letters; what cannot be reached with them cannot be used. */
    final class Keyboard implements Hand {

        private static final int MOST_STOPS = 250;
        private static final int MOST_ANSWERS = 250;

        private final Page page;

        private Keyboard(Page page) {
            this.page = page;
        }

        @Override
        public void press(Locator control) {
            reach(control);
            page.keyboard().press("Enter");
        }

        @Override
        public void type(Locator field, String text) {
            reach(field);
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type(text);
        }

        @Override
        public void pick(Locator answer) {
            if (answer.isChecked()) {
                return;
            }
            if ("radio".equals(answer.getAttribute("type"))) {
                among(answer);
            } else {
                reach(answer);
                page.keyboard().press("Space");
            }
        }

        /** Tab comes to a question; the arrows go from answer to answer. */
        private void among(Locator answer) {
            String name = answer.getAttribute("name");
            tabUntil("name => document.activeElement.name === name", name);
            page.keyboard().press("Space");
            for (int i = 0; i < MOST_ANSWERS && !answer.isChecked(); i++) {
                page.keyboard().press("ArrowDown");
            }
            if (!answer.isChecked()) {
                throw new AssertionError("The arrows do not come to the answer: " + answer);
            }
        }

        @Override
        public void choose(Locator list, String value) {
            reach(list);
            page.keyboard().press("Home");
            for (int i = 0; i < MOST_ANSWERS && !list.inputValue().equals(value); i++) {
                page.keyboard().press("ArrowDown");
            }
            if (!list.inputValue().equals(value)) {
                throw new AssertionError("The arrows do not come to " + value + " in " + list);
            }
        }

        private void reach(Locator control) {
            tabUntil("wanted => document.activeElement === wanted", control.elementHandle());
        }

        private void tabUntil(String there, Object wanted) {
            for (int i = 0; i < MOST_STOPS; i++) {
                if ((boolean) page.evaluate(there, wanted)) {
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("Tab does not come to it at " + page.url() + ": " + wanted);
        }
    }
}
