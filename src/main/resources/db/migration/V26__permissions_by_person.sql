-- Each list in Tasklist asks what the officer or their groups may see; the engine has an index for the groups alone.
CREATE INDEX varna_authorization_user ON engine.act_ru_authorization (user_id_);
