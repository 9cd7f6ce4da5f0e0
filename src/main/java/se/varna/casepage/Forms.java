package se.varna.casepage;

import se.varna.common.web.Form;

/** The page's forms by name: the one that was refused as it was typed, every other one empty. */
record Forms(Form refused) {

    public Form get(String name) {
        return Form.empty(name).orRefused(refused);
    }
}
