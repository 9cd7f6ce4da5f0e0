// Days and times the Swedish way, where Cockpit writes them as databases do.
/* global define */
define(['angular'], angular => {
  angular.module('varna.dates', []).config([
    'camDateFormatProvider',
    formats => formats.setDateFormat('D MMM YYYY [kl.] HH.mm.ss', 'normal')
  ]);
});
