// @ts-nocheck
// Printed by `npm run generate` from packages/uncertainty/engine: the WebAssembly program as JavaScript. Do not edit.

  var bufferView;
  var base64ReverseLookup = new Uint8Array(123/*'z'+1*/);
  for (var i = 25; i >= 0; --i) {
    base64ReverseLookup[48+i] = 52+i; // '0-9'
    base64ReverseLookup[65+i] = i; // 'A-Z'
    base64ReverseLookup[97+i] = 26+i; // 'a-z'
  }
  base64ReverseLookup[43] = 62; // '+'
  base64ReverseLookup[47] = 63; // '/'
  /** @noinline Inlining this function would mean expanding the base64 string 4x times in the source code, which Closure seems to be happy to do. */
  function base64DecodeToExistingUint8Array(uint8Array, offset, b64) {
    var b1, b2, i = 0, j = offset, bLength = b64.length, end = offset + (bLength*3>>2) - (b64[bLength-2] == '=') - (b64[bLength-1] == '=');
    for (; i < bLength; i += 4) {
      b1 = base64ReverseLookup[b64.charCodeAt(i+1)];
      b2 = base64ReverseLookup[b64.charCodeAt(i+2)];
      uint8Array[j++] = base64ReverseLookup[b64.charCodeAt(i)] << 2 | b1 >> 4;
      if (j < end) uint8Array[j++] = b1 << 4 | b2 >> 2;
      if (j < end) uint8Array[j++] = b2 << 6 | base64ReverseLookup[b64.charCodeAt(i+3)];
    }
    return uint8Array;
  }
function initActiveSegments(imports) {
  base64DecodeToExistingUint8Array(bufferView, 1024, "n97gw/A09z8AkOZ5f8zXvx/pLGp4E/c/AAANwu5v17+gtfoIYPL2PwDgURPjE9e/fYwTH6bR9j8AeCg4W7jWv9G0xQtJsfY/AHiAkFVd1r+6DC8zR5H2PwAAGHbQAta/I0IiGJ9x9j8AkJCGyqjVv9kepZlPUvY/AFADVkNP1b/EJI+qVjP2PwBAa8M39tS/FNyda7MU9j8AUKj9p53Uv0xcxlJk9vU/AKiJOZJF1L9PLJG1Z9j1PwC4sDn07dO/3pBby7y69T8AcI9EzpbTv3ga2fJhnfU/AKC9Fx5A07+HVkYSVoD1PwCARu/i6dK/02vnzpdj9T8A4DA4G5TSv5N/p+IlR/U/AIjajMU+0r+DRQZC/yr1PwCQJynh6dG/372y2yIP9T8A+EgrbZXRv9feNEeP8/Q/APi5mmdB0b9AKN7PQ9j0PwCY75TQ7dC/yKN4wD699D8AENsYpZrQv4ol4MN/ovQ/ALhjUuZH0L80hNQkBYj0PwDwhkUi68+/Cy0ZG85t9D8AsBd1SkfPv1QYOdPZU/Q/ADAQPUSkzr9ahLREJzr0PwCw6UQNAs6/+/gVQbUg9D8A8HcpomDNv7H0PtqCB/Q/AJCVBAHAzL+P/lddj+7zPwAQiVYpIMy/6UwLoNnV8z8AEIGNF4HLvyvBEMBgvfM/ANDTzMniyr+42nUrJKXzPwCQEi5ARcq/AtCfzSKN8z8A8B1od6jJvxx6hMVbdfM/ADBIaW0Myb/iNq1Jzl3zPwDARaYgcci/QNRNmHlG8z8AMBS0j9bHvyTL/85cL/M/AHBiPLg8x79JDaF1dxjzPwBgN5uao8a/kDk+N8gB8z8AoLdUMQvGv0H4lbtO6/I/ADAkdn1zxb/RqRkCCtXyPwAwwo973MS/Kv23qPm+8j8AANJRLEbEv6sbDHocqfI/AACDvIqww78wtRRgcpPyPwAASWuZG8O/9aFXV/p98j8AQKSQVIfCv787HZuzaPI/AKB5+Lnzwb+99Y+DnVPyPwCgLCXIYMG/OwjJqrc+8j8AIPdXf87Av7ZAqSsBKvI/AKD+Sdw8wL8yQcyWeRXyPwCAS7y9V7+/m/zSHSAB8j8AQECWCDe+vwtITUn07PE/AED5PpgXvb9pZY9S9djxPwCg2E5n+bu/fH5XESPF8T8AYC8gedy6v+kmy3R8sfE/AIAo58PAub+2GiwMAZ7xPwDAcrNGpri/vXC2e7CK8T8AAKyzAY23v7a87yWKd/E/AAA4RfF0tr/aMUw1jWTxPwCAh20OXrW/3V8nkLlR8T8A4KHeXEi0v0zSMqQOP/E/AKBqTdkzs7/a+RByiyzxPwBgxfh5ILK/MbXsKDAa8T8AIGKYRg6xv680hNr7B/E/AADSamz6r7+za04P7vXwPwBAd0qN2q2/zp8qXQbk8D8AAIXk7LyrvyGlLGNE0vA/AMASQImhqb8amOJ8p8DwPwDAAjNYiKe/0TbGgy+v8D8AgNZnXnGlvzkToJjbnfA/AIBlSYpco7/f51Kvq4zwPwBAFWTjSaG/+yhOL5978D8AgOuCwHKevxmPNYy1avA/AIBSUvFVmr8s+eyl7lnwPwCAgc9iPZa/kCzRzUlJ8D8AAKqM+yiSv6mt8MbGOPA/AAD5IHsxjL+pMnkTZSjwPwAAql01GYS/SHPqJyQY8D8AAOzCAxJ4v5WxFAYECPA/AAAkeQkEYL8a+ib3H+DvPwAAkITz728/dOphwhyh7z8AAD01QdyHPy6ZgbAQY+8/AIDCxKPOkz/Nre489iXvPwAAiRTBn5s/5xORA8jp7j8AABHO2LChP6uxy3iAru4/AMAB0FuKpT+bDJ2iGnTuPwCA2ECDXKk/tZkKg5E67j8AgFfvaietP1aaYAngAe4/AMCY5Zh1sD+Yu3flAcrtPwAgDeP1U7I/A5F8C/KS7T8AADiL3S60P85c+2asXO0/AMBXh1kGtj+d3l6qLCftPwAAajV22rc/zSxrPm7y7D8AYBxOQ6u5PwJ5p6Jtvuw/AGANu8d4uz9tCDdtJovsPwAg5zITQ70/BFhdvZRY7D8AYN5xMQq/P4yfuzO1Juw/AECRKxVnwD8/5+zug/XrPwCwkoKFR8E/wZbbdf3E6z8AMMrNbibCPyhKhgweles/AFDFptcDwz8sPu/F4mXrPwAQMzzD38M/i4jJZ0g36z8AgHprNrrEP0owHSFLCes/APDRKDmTxT9+7/KF6NvqPwDwGCTNasY/oj1gMR2v6j8AkGbs+EDHP6dY0z/mguo/APAa9cAVyD+LcwnvQFfqPwCA9lQp6cg/J0urkCos6j8AQPgCNrvJP9HykxOgAeo/AAAsHO2Lyj8bPNskn9fpPwDQAVxRW8s/kLHHBSWu6T8AwLzMZynMPy/Ol/Iuhek/AGBI1TX2zD91S6TuulzpPwDARjS9wc0/OEjnncY06T8A4M+4AYzOP+ZSZy9PDek/AJAXwAlVzz+d1/+OUuboPwC4HxJsDtA/fADMn86/6D8A0JMOuHHQPw7DvtrAmeg/AHCGnmvU0D/7FyOqJ3ToPwDQSzOHNtE/CJqzrABP6D8ASCNnDZjRP1U+ZehJKug/AIDM4P/40T9gAvSVAQboPwBoY9dfWdI/KaPgYyXi5z8AqBQJMLnSP6213Hezvuc/AGBDEHIY0z/CJZdnqpvnPwAY7G0md9M/VwYX8gd55z8AMK/7T9XTPwwT1tvKVuc/AOAv4+4y1D8=");
  base64DecodeToExistingUint8Array(bufferView, 3072, "a7ZPAQAQ5j88W0KRbAJ+PJW0TQMAMOY/QV0ASOq/jTx41JQNAFDmP7el1oanf448rW9OBwBw5j9MJVRr6vxhPK4P3/7/j+Y//Q5ZTCd+fLy8xWMHALDmPwHa3EhowYq89sFcHgDQ5j8Rk0mdHD+DPD72Bev/7+Y/Uy3iGgSAfryAl4YOABDnP1J5CXFm/3s8Euln/P8v5z8kh70m4gCMPGoRgd//T+c/0gHxbpECbryQnGcPAHDnP3ScVM1x/Ge8Nch++v+P5z+DBPWewb6BPObCIP7/r+c/ZWTMKRd+cLwAyT/t/8/nPxyLewhygIC8dhom6f/v5z+u+Z1tKMCNPOijnAQAEOg/M0zlUdJ/iTyPLJMXADDoP4HzMLbp/oq8nHMzBgBQ6D+8NWVrv7+JPMaJQiAAcOg/dXsR82W/i7wEefXr/4/oP1fLPaJuAIm83wS8IgCw6D8KS+A43wB9vIobDOX/z+g/BZ//RnEAiLxDjpH8/+/oPzhwetB7gYM8x1/6HgAQ6T8DtN92kT6JPLl7RhMAMOk/dgKYS06AfzxvB+7m/0/pPy5i/9nwfo+80RI83v9v6T+6OCaWqoJwvA2KRfT/j+k/76hkkRuAh7w+Lpjd/6/pPzeTWorgQIe8ZvtJ7f/P6T8A4JvBCM4/PFGc8SAA8Ok/CluIJ6o/irwGsEURABDqP1baWJlI/3Q8+va7BwAw6j8YbSuKq76MPHkdlxAAUOo/MHl43cr+iDxILvUdAHDqP9ur2D12QY+8UjNZHACQ6j8SdsKEAr+OvEs+TyoAsOo/Xz//PAT9abzRHq7X/8/qP7RwkBLnPoK8eARR7v/v6j+j3g7gPgZqPFsNZdv/D+s/uQofOMgGWjxXyqr+/y/rPx08I3QeAXm83LqV2f9P6z+fKoZoEP95vJxlniQAcOs/Pk+G0EX/ijxAFof5/4/rP/nDwpZ3/nw8T8sE0v+v6z/EK/LuJ/9jvEVcQdL/z+s/Ieo77rf/bLzfCWP4/+/rP1wLLpcDQYG8U3a14f8P7D8ZareUZMGLPONX+vH/L+w/7cYwje/+ZLwk5L/c/0/sP3VH7LxoP4S897lU7f9v7D/s4FPwo36EPNWPmev/j+w/8ZL5jQaDczyaISUhALDsPwQOGGSO/Wi8nEaU3f/P7D9y6sccvn6OPHbE/er/7+w//oifrTm+jjwr+JoWABDtP3FauaiRfXU8HfcPDQAw7T/ax3BpkMGJPMQPeer/T+0/DP5YxTcOWLzlh9wuAHDtP0QPwU3WgH+8qoLcIQCQ7T9cXP2Uj3x0vIMCa9j/r+0/fmEhxR1/jDw5R2wpANDtP1Ox/7KeAYg89ZBE5f/v7T+JzFLG0gBuPJT2q83/D+4/0mktIECDf7zdyFLb/y/uP2QIG8rBAHs87xZC8v9P7j9Rq5SwqP9yPBFeiuj/b+4/Wb7vsXP2V7wN/54RAJDuPwHIC16NgIS8RBel3/+v7j+1IEPVBgB4PKF/EhoA0O4/klxWYPgCULzEvLoHAPDuPxHmNV1EQIW8Ao169f8P7z8Fke85MftPvMeK5R4AMO8/VRFz8qyBijyUNIL1/0/vP0PH19RBP4o8a0yp/P9v7z91eJgc9AJivEHE+eH/j+8/S+d39NF9dzx+4+DS/6/vPzGjfJoZAW+8nuR3HADQ7z+xrM5L7oFxPDHD4Pf/7+8/WodwATcFbrxuYGX0/w/wP9oKHEmtfoq8WHqG8/8v8D/gsvzDaX+XvBcN/P3/T/A/W5TLNP6/lzyCTc0DAHDwP8tW5MCDAII86Mvy+f+P8D8adTe+3/9tvGXaDAEAsPA/6ybmrn8/kbw406QBANDwP/efSHn6fYA8/f3a+v/v8D/Aa9ZwBQR3vJb9ugsAEPE/YgtthNSAjjxd9OX6/y/xP+82/WT6v5082ZrVDQBQ8T+uUBJwdwCaPJpVIQ8AcPE/7t7j4vn9jTwmVCf8/4/xP3NyO9wwAJE8WTw9EgCw8T+IAQOAeX+ZPLeeKfj/z/E/Z4yfqzL5ZbwA1Ir0/+/xP+tbp52/f5M8pIaLDAAQ8j8iW/2Ra4CfPANDhQMAMPI/M7+f68L/kzyE9rz//0/yP3IuLn7nAXY82SEp9f9v8j9hDH92u/x/PDw6kxQAkPI/K0ECPMoCcrwTY1UUALDyPwIf8jOCgJK8O1L+6//P8j/y3E84fv+IvJatuAsA8PI/xUEwUFH/hbyv4nr7/w/zP50oXohxAIG8f1+s/v8v8z8Vt7c/Xf+RvFZnpgwAUPM/vYKLIoJ/lTwh9/sRAHDzP8zVDcS6AIA8uS9Z+f+P8z9Rp7ItnT+UvELS3QQAsPM/4Th2cGt/hTxXybL1/8/zPzESvxA6Ano8GLSw6v/v8z+wUrFmbX+YPPSvMhUAEPQ/JIUZXzf4Zzwpi0cXADD0P0NR3HLmAYM8Y7SV5/9P9D9aibK4af+JPOB1BOj/b/Q/VPLCm7HAlbznwW/v/4/0P3IqOvIJQJs8BKe+5f+v9D9FfQ2/t/+UvN4nEBcA0PQ/PWrccWTAmbziPvAPAPD0PxxThQuJf5c80UvcEgAQ9T82pGZxZQRgPHonBRYAMPU/CTIjzs6/lrxMcNvs/0/1P9ehBQVyAom8qVRf7/9v9T8SZMkO5r+bPBIQ5hcAkPU/kO+vgcV+iDySPskDALD1P8AMvwoIQZ+8vBlJHQDQ9T8pRyX7KoGYvIl6uOf/7/U/BGntgLd+lLw=");
  base64DecodeToExistingUint8Array(bufferView, 5134, "8D9uv4gaTzubPDUz+6k99u8/XdzYnBNgcbxhgHc+muzvP9FmhxB6XpC8hX9u6BXj7z8T9mc1UtKMPHSFFdOw2e8/+o75I4DOi7ze9t0pa9DvP2HI5mFO92A8yJt1GEXH7z+Z0zNb5KOQPIPzxso+vu8/bXuDXaaalzwPiflsWLXvP/zv/ZIatY4890dyK5Ks7z/RnC9wPb4+PKLR0zLso+8/C26QiTQDarwb0/6vZpvvPw69LypSVpW8UVsS0AGT7z9V6k6M74BQvMwxbMC9iu8/FvTVuSPJkbzgLamumoLvP69VXOnj04A8UY6lyJh67z9Ik6XqFRuAvHtRfTy4cu8/PTLeVfAfj7zqjYw4+WrvP79TEz+MiYs8dctv61tj7z8m6xF2nNmWvNRcBITgW+8/YC86PvfsmjyquWgxh1TvP504hsuC54+8Hdn8IlBN7z+Nw6ZEQW+KPNaMYog7Ru8/fQTksAV6gDyW3H2RST/vP5SoqOP9jpY8OGJ1bno47z99SHTyGF6HPD+msk/OMe8/8ucfmCtHgDzdfOJlRSvvP14IcT97uJa8gWP14d8k7z8xqwlt4feCPOHeH/WdHu8/+r9vGpshPbyQ2drQfxjvP7QKDHKCN4s8CwPkpoUS7z+Py86JkhRuPFYvPqmvDO8/tquwTXVNgzwVtzEK/gbvP0x0rOIBQoY8MdhM/HAB7z9K+NNdOd2PPP8WZLII/O4/BFuOO4Cjhrzxn5JfxfbuP2hQS8ztSpK8y6k6N6fx7j+OLVEb+AeZvGbYBW2u7O4/0jaUPujRcbz3n+U02+fuPxUbzrMZGZm85agTwy3j7j9tTCqnSJ+FPCI0Ekym3u4/imkoemASk7wcgKwERdruP1uJF0iPp1i8Ki73IQrW7j8bmklnmyx8vJeoUNn10e4/EazCYO1jQzwtiWFgCM7uP+9kBjsJZpY8VwAd7UHK7j95A6Ha4cxuPNA8wbWixu4/MBIPP47/kzze09fwKsPuP7CvervOkHY8Jyo21dq/7j934FTrvR2TPA3d/ZmyvO4/jqNxADSUj7ynLJ12srnuP0mjk9zM3oe8QmbPotq27j9fOA+9xt54vIJPnVYrtO4/9lx77EYShrwPkl3KpLHuP47X/RgFNZM82ie1Nkev7j8Fm4ovt5h7PP3Hl9QSre4/CVQc4uFjkDwpVEjdB6vuP+rGGVCFxzQ8t0ZZiiap7j81wGQr5jKUPEghrRVvp+4/n3aZYUrkjLwJ3Ha54aXuP6hN7zvFM4y8hVU6sH6k7j+u6SuJeFOEvCDDzDRGo+4/WFhWeN3Ok7wlIlWCOKLuP2QZfoCqEFc8c6lM1FWh7j8oIl6/77OTvM07f2aeoO4/grk0h60Sary/2gt1EqDuP+6pbbjvZ2O8LxplPLKf7j9RiOBUPdyAvISUUfl9n+4/zz5afmQfeLx0X+zodZ/uP7B9i8BK7oa8dIGlSJqf7j+K5lUeMhmGvMlnQlbrn+4/09QJXsuckDw/Xd5PaaDuPx2lTbncMnu8hwHrcxSh7j9rwGdU/eyUPDLBMAHtoe4/VWzWq+HrZTxiTs8286LuP0LPsy/FoYi8Eho+VCek7j80NzvxtmmTvBPOTJmJpe4/Hv8ZOoRegLytxyNGGqfuP25XcthQ1JS87ZJEm9mo7j8Aig5bZ62QPJlmitnHqu4/tOrwwS+3jTzboCpC5azuP//nxZxgtmW8jES1FjKv7j9EX/NZg/Z7PDZ3FZmuse4/gz0epx8Jk7zG/5ELW7TuPykebIu4qV285cXNsDe37j9ZuZB8+SNsvA9SyMtEuu4/qvn0IkNDkrxQTt6fgr3uP0uOZtdsyoW8ugfKcPHA7j8nzpEr/K9xPJDwo4KRxO4/u3MK4TXSbTwjI+MZY8juP2MiYiIExYe8ZeVde2bM7j/VMeLjhhyLPDMtSuyb0O4/Fbu809G7kbxdJT6yA9XuP9Ix7pwxzJA8WLMwE57Z7j+zWnNuhGmEPL/9eVVr3u4/tJ2Ol83fgrx689O/a+PuP4czy5J3Gow8rdNamZ/o7j/62dFKj3uQvGa2jSkH7u4/uq7cVtnDVbz7FU+4ovPuP0D2pj0OpJC8OlnljXL57j80k6049NZovEde+/J2/+4/NYpYa+LukbxKBqEwsAXvP83dXwrX/3Q80sFLkB4M7z+smJL6+72RvAke11vCEu8/swyvMK5uczycUoXdmxnvP5T9n1wy4448etD/X6sg7z+sWQnRj+CEPEvRVy7xJ+8/ZxpOOK/NYzy15waUbS/vP2gZkmwsa2c8aZDv3CA37z/StcyDGIqAvPrDXVULP+8/b/r/P12tj7x8iQdKLUfvP0mpdTiuDZC88okNCIdP7z+nBz2mhaN0PIek+9wYWO8/DyJAIJ6RgryYg8kW42DvP6ySwdVQWo48hTLbA+Zp7z9LawGsWTqEPGC0AfMhc+8/Hz60ByHVgrxfm3szl3zvP8kNRzu5Kom8KaH1FEaG7z/TiDpgBLZ0PPY/i+cukO8/cXKdUezFgzyDTMf7UZrvP/CR048S94+82pCkoq+k7z99dCPimK6NvPFnji1Ir+8/CCCqQbzDjjwnWmHuG7rvPzLrqcOUK4Q8l7prNyvF7z/uhdExqWSKPEBFblt20O8/7eM75Lo3jrwUvpyt/dvvP53NkU07iXc82JCegcHn7z+JzGBBwQVTPPFxjyvC8+8/");
  base64DecodeToExistingUint8Array(bufferView, 7173, "oPY/");
  base64DecodeToExistingUint8Array(bufferView, 7185, "yLnygizWv4BWNygktPo8AAAAAACA9j8=");
  base64DecodeToExistingUint8Array(bufferView, 7217, "CFi/vdHVvyD34NgIpRy9AAAAAABg9j8=");
  base64DecodeToExistingUint8Array(bufferView, 7249, "WEUXd3bVv21QttWkYiO9AAAAAABA9j8=");
  base64DecodeToExistingUint8Array(bufferView, 7281, "+C2HrRrVv9VnsJ7khOa8AAAAAAAg9j8=");
  base64DecodeToExistingUint8Array(bufferView, 7313, "eHeVX77Uv+A+KZNpGwS9AAAAAAAA9j8=");
  base64DecodeToExistingUint8Array(bufferView, 7345, "YBzCi2HUv8yETEgv2BM9AAAAAADg9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7377, "qIaGMATUvzoLgu3zQtw8AAAAAADA9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7409, "SGlVTKbTv2CUUYbGsSA9AAAAAACg9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7441, "gJia3UfTv5KAxdRNWSU9AAAAAACA9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7473, "IOG64ujSv9grt5keeyY9AAAAAABg9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7505, "iN4TWonSvz+wz7YUyhU9AAAAAABg9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7537, "iN4TWonSvz+wz7YUyhU9AAAAAABA9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7569, "eM/7QSnSv3baUygkWha9AAAAAAAg9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7601, "mGnBmMjRvwRU52i8rx+9AAAAAAAA9T8=");
  base64DecodeToExistingUint8Array(bufferView, 7633, "qKurXGfRv/CogjPGHx89AAAAAADg9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7665, "SK75iwXRv2ZaBf3EqCa9AAAAAADA9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7697, "kHPiJKPQvw4D9H7uawy9AAAAAACg9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7729, "0LSUJUDQv38t9J64NvC8AAAAAACg9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7761, "0LSUJUDQv38t9J64NvC8AAAAAACA9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7793, "QF5tGLnPv4c8masqVw09AAAAAABg9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7825, "YNzLrfDOvySvhpy3Jis9AAAAAABA9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7857, "8CpuByfOvxD/P1RPLxe9AAAAAAAg9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7889, "wE9rIVzNvxtoyruRuiE9AAAAAAAA9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7921, "oJrH94/MvzSEn2hPeSc9AAAAAAAA9D8=");
  base64DecodeToExistingUint8Array(bufferView, 7953, "oJrH94/MvzSEn2hPeSc9AAAAAADg8z8=");
  base64DecodeToExistingUint8Array(bufferView, 7985, "kC10hsLLv4+3izGwThk9AAAAAADA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8017, "wIBOyfPKv2aQzT9jTro8AAAAAACg8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8049, "sOIfvCPKv+rBRtxkjCW9AAAAAACg8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8081, "sOIfvCPKv+rBRtxkjCW9AAAAAACA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8113, "UPScWlLJv+PUwQTZ0Sq9AAAAAABg8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8145, "0CBloH/Ivwn623+/vSs9AAAAAABA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8177, "4BACiavHv1hKU3KQ2ys9AAAAAABA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8209, "4BACiavHv1hKU3KQ2ys9AAAAAAAg8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8241, "0BnnD9bGv2bisqNq5BC9AAAAAAAA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8273, "kKdwMP/FvzlQEJ9Dnh69AAAAAAAA8z8=");
  base64DecodeToExistingUint8Array(bufferView, 8305, "kKdwMP/FvzlQEJ9Dnh69AAAAAADg8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8337, "sKHj5SbFv49bB5CL3iC9AAAAAADA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8369, "gMtsK03Evzx4NWHBDBc9AAAAAADA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8401, "gMtsK03Evzx4NWHBDBc9AAAAAACg8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8433, "kB4g/HHDvzpUJ02GePE8AAAAAACA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8465, "8B/4UpXCvwjEcRcwjSS9AAAAAABg8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8497, "YC/VKrfBv5ajERikgC69AAAAAABg8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8529, "YC/VKrfBv5ajERikgC69AAAAAABA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8561, "kNB8ftfAv/Rb6IiWaQo9AAAAAABA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8593, "kNB8ftfAv/Rb6IiWaQo9AAAAAAAg8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8625, "4Nsxkey/v/Izo1xUdSW9AAAAAAAA8j8=");
  base64DecodeToExistingUint8Array(bufferView, 8658, "K24HJ76/PADwKiw0Kj0AAAAAAADyPw==");
  base64DecodeToExistingUint8Array(bufferView, 8690, "K24HJ76/PADwKiw0Kj0AAAAAAODxPw==");
  base64DecodeToExistingUint8Array(bufferView, 8721, "wFuPVF68vwa+X1hXDB29AAAAAADA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8753, "4Eo6bZK6v8iqW+g1OSU9AAAAAADA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8785, "4Eo6bZK6v8iqW+g1OSU9AAAAAACg8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8817, "oDHWRcO4v2hWL00pfBM9AAAAAACg8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8849, "oDHWRcO4v2hWL00pfBM9AAAAAACA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8881, "YOWK0vC2v9pzM8k3lya9AAAAAABg8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8913, "IAY/Bxu1v1dexmFbAh89AAAAAABg8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8945, "IAY/Bxu1v1dexmFbAh89AAAAAABA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 8977, "4BuW10Gzv98T+czaXiw9AAAAAABA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 9009, "4BuW10Gzv98T+czaXiw9AAAAAAAg8T8=");
  base64DecodeToExistingUint8Array(bufferView, 9041, "gKPuNmWxvwmjj3ZefBQ9AAAAAAAA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 9073, "gBHAMAqvv5GONoOeWS09AAAAAAAA8T8=");
  base64DecodeToExistingUint8Array(bufferView, 9105, "gBHAMAqvv5GONoOeWS09AAAAAADg8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9137, "gBlx3UKrv0xw1uV6ghw9AAAAAADg8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9169, "gBlx3UKrv0xw1uV6ghw9AAAAAADA8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9201, "wDL2WHSnv+6h8jRG/Cy9AAAAAADA8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9233, "wDL2WHSnv+6h8jRG/Cy9AAAAAACg8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9265, "wP65h56jv6r+JvW3AvU8AAAAAACg8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9297, "wP65h56jv6r+JvW3AvU8AAAAAACA8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9330, "eA6bgp+/5Al+fCaAKb0AAAAAAIDwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9362, "eA6bgp+/5Al+fCaAKb0AAAAAAGDwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9393, "gNUHG7mXvzmm+pNUjSi9AAAAAABA8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9426, "/LCowI+/nKbT9nwe37wAAAAAAEDwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9458, "/LCowI+/nKbT9nwe37wAAAAAACDwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9490, "EGsq4H+/5EDaDT/iGb0AAAAAACDwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9522, "EGsq4H+/5EDaDT/iGb0AAAAAAADwPw==");
  base64DecodeToExistingUint8Array(bufferView, 9574, "8D8=");
  base64DecodeToExistingUint8Array(bufferView, 9605, "wO8/");
  base64DecodeToExistingUint8Array(bufferView, 9618, "iXUVEIA/6CudmWvHEL0AAAAAAIDvPw==");
  base64DecodeToExistingUint8Array(bufferView, 9649, "gJNYViCQP9L34gZb3CO9AAAAAABA7z8=");
  base64DecodeToExistingUint8Array(bufferView, 9682, "ySglSZg/NAxaMrqgKr0AAAAAAADvPw==");
  base64DecodeToExistingUint8Array(bufferView, 9713, "QOeJXUGgP1PX8VzAEQE9AAAAAADA7j8=");
  base64DecodeToExistingUint8Array(bufferView, 9746, "LtSuZqQ/KP29dXMWLL0AAAAAAIDuPw==");
  base64DecodeToExistingUint8Array(bufferView, 9777, "wJ8UqpSoP30mWtCVeRm9AAAAAABA7j8=");
  base64DecodeToExistingUint8Array(bufferView, 9809, "wN3Nc8usPwco2EfyaBq9AAAAAAAg7j8=");
  base64DecodeToExistingUint8Array(bufferView, 9841, "wAbAMequP3s7yU8+EQ69AAAAAADg7T8=");
  base64DecodeToExistingUint8Array(bufferView, 9873, "YEbRO5exP5ueDVZdMiW9AAAAAACg7T8=");
  base64DecodeToExistingUint8Array(bufferView, 9905, "4NGn9b2zP9dO26VeyCw9AAAAAABg7T8=");
  base64DecodeToExistingUint8Array(bufferView, 9937, "oJdNWum1Px4dXTwGaSy9AAAAAABA7T8=");
  base64DecodeToExistingUint8Array(bufferView, 9969, "wOoK0wC3PzLtnamNHuw8AAAAAAAA7T8=");
  base64DecodeToExistingUint8Array(bufferView, 10001, "QFldXjO5P9pHvTpcESM9AAAAAADA7D8=");
  base64DecodeToExistingUint8Array(bufferView, 10033, "YK2NyGq7P+Vo9yuAkBO9AAAAAACg7D8=");
  base64DecodeToExistingUint8Array(bufferView, 10065, "QLwBWIi8P9OsWsbRRiY9AAAAAABg7D8=");
  base64DecodeToExistingUint8Array(bufferView, 10097, "IAqDOce+P+BF5q9owC29AAAAAABA7D8=");
  base64DecodeToExistingUint8Array(bufferView, 10129, "4Ns5kei/P/0KoU/WNCW9AAAAAAAA7D8=");
  base64DecodeToExistingUint8Array(bufferView, 10161, "4CeCjhfBP/IHLc547yE9AAAAAADg6z8=");
  base64DecodeToExistingUint8Array(bufferView, 10193, "8CN+K6rBPzSZOESOpyw9AAAAAACg6z8=");
  base64DecodeToExistingUint8Array(bufferView, 10225, "gIYMYdHCP6G0gctsnQM9AAAAAACA6z8=");
  base64DecodeToExistingUint8Array(bufferView, 10257, "kBWw/GXDP4lySyOoL8Y8AAAAAABA6z8=");
  base64DecodeToExistingUint8Array(bufferView, 10289, "sDODPZHEP3i2/VR5gyU9AAAAAAAg6z8=");
  base64DecodeToExistingUint8Array(bufferView, 10321, "sKHk5SfFP8d9aeXoMyY9AAAAAADg6j8=");
  base64DecodeToExistingUint8Array(bufferView, 10353, "EIy+TlfGP3guPCyLzxk9AAAAAADA6j8=");
  base64DecodeToExistingUint8Array(bufferView, 10385, "cHWLEvDGP+EhnOWNESW9AAAAAACg6j8=");
  base64DecodeToExistingUint8Array(bufferView, 10417, "UESFjYnHPwVDkXAQZhy9AAAAAABg6j8=");
  base64DecodeToExistingUint8Array(bufferView, 10450, "Oeuvvsg/0SzpqlQ9B70AAAAAAEDqPw==");
  base64DecodeToExistingUint8Array(bufferView, 10482, "99xaWsk/b/+gWCjyBz0AAAAAAADqPw==");
  base64DecodeToExistingUint8Array(bufferView, 10513, "4Io87ZPKP2khVlBDcii9AAAAAADg6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10545, "0FtX2DHLP6rhrE6NNQy9AAAAAADA6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10577, "4Ds4h9DLP7YSVFnESy29AAAAAACg6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10609, "EPDG+2/MP9IrlsVy7PG8AAAAAABg6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10641, "kNSwPbHNPzWwFfcq/yq9AAAAAABA6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10673, "EOf/DlPOPzD0QWAnEsI8AAAAAAAg6T8=");
  base64DecodeToExistingUint8Array(bufferView, 10706, "3eSt9c4/EY67ZRUhyrwAAAAAAADpPw==");
  base64DecodeToExistingUint8Array(bufferView, 10737, "sLNsHJnPPzDfDMrsyxs9AAAAAADA6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10769, "WE1gOHHQP5FO7RbbnPg8AAAAAACg6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10801, "YGFnLcTQP+nqPBaLGCc9AAAAAACA6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10833, "6CeCjhfRPxzwpWMOISy9AAAAAABg6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10865, "+KzLXGvRP4EWpffNmis9AAAAAABA6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10897, "aFpjmb/RP7e9R1Htpiw9AAAAAAAg6D8=");
  base64DecodeToExistingUint8Array(bufferView, 10929, "uA5tRRTSP+q6Rrrehwo9AAAAAADg5z8=");
  base64DecodeToExistingUint8Array(bufferView, 10961, "kNx88L7SP/QEUEr6nCo9AAAAAADA5z8=");
  base64DecodeToExistingUint8Array(bufferView, 10993, "YNPh8RTTP7g8IdN64ii9AAAAAACg5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11025, "EL52Z2vTP8h38bDNbhE9AAAAAACA5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11057, "MDN3UsLTP1y9BrZUOxg9AAAAAABg5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11089, "6NUjtBnUP53gkOw25Ag9AAAAAABA5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11121, "yHHCjXHUP3XWZwnOJy+9AAAAAAAg5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11153, "MBee4MnUP6TYChuJIC69AAAAAAAA5z8=");
  base64DecodeToExistingUint8Array(bufferView, 11185, "oDgHriLVP1nHZIFwvi49AAAAAADg5j8=");
  base64DecodeToExistingUint8Array(bufferView, 11217, "0MhT93vVP+9AXe7trR89AAAAAADA5j8=");
  base64DecodeToExistingUint8Array(bufferView, 11249, "YFnfvdXVP9xlpAgqCwq9");
  base64DecodeToExistingUint8Array(bufferView, 11276, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11288, "BAAAAAgAAAAB");
  base64DecodeToExistingUint8Array(bufferView, 11308, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11320, "BAAAAAgAAAAC");
  base64DecodeToExistingUint8Array(bufferView, 11340, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11352, "BAAAAAgAAAAD");
  base64DecodeToExistingUint8Array(bufferView, 11372, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11384, "BAAAAAgAAAAE");
  base64DecodeToExistingUint8Array(bufferView, 11404, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11416, "BAAAAAgAAAAF");
  base64DecodeToExistingUint8Array(bufferView, 11436, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11448, "BAAAAAgAAAAG");
  base64DecodeToExistingUint8Array(bufferView, 11468, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11480, "BAAAAAgAAAAH");
  base64DecodeToExistingUint8Array(bufferView, 11500, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11512, "BAAAAAgAAAAI");
  base64DecodeToExistingUint8Array(bufferView, 11536, "boP5ogAAAADRVyf8KRVETpmVYtvA3TT1q2NR/kGQQzw6biS3YcW73uouSQbg0k1CHOsd/hyS0Qn1NYLoPqcpsSZwnOmERLsuOdaROUF+X7SLX4Sc9DlTg/+X+B87KPm9ixEv7w+YBd7PfjZtH20KWmY/Rk+3Ccsnx7ondS3qX573OQc9e/Hl67Ff+2vqklKKRjADVghdjR8gvM/wq2t7/GGR46kdNvSaX4WZZQgb5l6A2P+NQGigFFcVBgYxJ3NN");
  base64DecodeToExistingUint8Array(bufferView, 11740, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11752, "BAAAAAgAAAAJ");
  base64DecodeToExistingUint8Array(bufferView, 11772, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11784, "BAAAAAgAAAAK");
  base64DecodeToExistingUint8Array(bufferView, 11804, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11816, "BAAAAAgAAAAL");
  base64DecodeToExistingUint8Array(bufferView, 11836, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11848, "BAAAAAgAAAAM");
  base64DecodeToExistingUint8Array(bufferView, 11868, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11880, "BAAAAAgAAAAN");
  base64DecodeToExistingUint8Array(bufferView, 11900, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11912, "BAAAAAgAAAAO");
  base64DecodeToExistingUint8Array(bufferView, 11932, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11944, "BAAAAAgAAAAP");
  base64DecodeToExistingUint8Array(bufferView, 11964, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 11976, "BAAAAAgAAAAQ");
  base64DecodeToExistingUint8Array(bufferView, 12000, "+Kyxaygk9z8AsM3uXwnhv6HM0mb34fY/ANB2vZSE4L+K1DAOPaH2PwD46K5DAeC/hWzQMuxh9j8AQAs2xf7ev/iYEZX6I/Y/AOC3Gtn93b9sAs+kW+f1PwCQxwyu/9y/uE8hWgWs9T8AoP0ROATcvx5uFg/tcfU/AOA6MmcL2781+AtZCTn1PwCwLVovFdq/3a1h7U8B9T8AYPhafyHZv9B7SI64yvQ/AJBxsE0w2L/uTzO0OZX0PwDgqfmJQde/adWv38tg9D8AkBm1K1XWv1O55E5mLfQ/ABCboiNr1b+m2B0RAfvzPwCgXw9lg9S/NlgMt5XJ8z8AoPY36Z3Tv0r9tkocmfM/AGCNU6G60r+1meAMjmnzPwBAykCD2dG/sucTguQ68z8A4EA6hfrQv7G9hRkZDfM/ADDnMpwd0L/XcbLKJeDyPwBg+qJ9hc6/gs0TzwS08j8AgD1jyNPMv1DLfCywiPI/AKAUTAMmy7/lTZRjIl7yPwDgTy8cfMm/sRWGPVY08j8AAIA/AtbHvzivPuNGC/I/AOAFGqczxr/do8397uLxPwAAV+n1lMS/MDkLWEq78T8AoOAk5PnCvwAif4RTlPE/AMD9Wlliwb8819XABm7xPwCAvXWanL+/wuS3R19I8T8AwPlbV3u8v9GFAK1YI/E/AID0D8Zgub8nIlMP8P7wPwAAtkfiTLa/jzrQdyDb8D8AQAGyeD+zv9mAWdbmt/A/AMBCGn04sL+NQHv+PpXwPwAAtQiSb6q/gzvFyiVz8D8AAHdPlXqkv1wbDeSXUfA/AAAMxagjnb+ijiDBkTDwPwAAeCkmapG/IX6zJRAQ8D8AAOjY+CB3v2unyvl+wO8/AABQsVP+hj+E8fbTZUTvPwCAD+HMHKE/fxCEnwfM7j8AgIuM/E2sP+hal5k6V+4/AEBXHjKqsz/mPb3w1uXtPwCAi9CgGLk/szj/gbZ37T8AQATa6XK+P0PpTXK1DO0/AGB/UNLcwT9jdQ7csqTsPwCg3gOrdsQ/UcvW6I4/7D8AIOJ3QwfHP0wMAk8r3es/AECpi96OyT/KFWAAbH3rPwDg0mq4Dcw/jzMubjYg6z8A4M6vCoTOPzlQKSZwxeo/AIBntAp50D/dMSe8AW3qPwDAAWgFrNE/i/E/vNMW6j8A4P7UEdvSP63+Z0nRwuk/AIDFTkYG1D8CmXz05HDpPwDwOgm+LdU/8ryCOfsg6T8A0FAgkFHWP/FZ94cB0+g/APDqzdJx1z9t9rnr5YboPwCQfYWcjtg/lLlYtpc86D8AYOFVAajZPyIQxv8F9Oc/ANDTbhi+2j/KFRQYIq3nPwDgoK7y0Ns/jP+e+dxn5z8AQL89pODcPw==");
  base64DecodeToExistingUint8Array(bufferView, 13024, "jgq5EgAg5j8FtkQGqwSJPKY0VwQAYOY/qfdi6pv/YTzF8iXD/5/mP7qQPMvPfoI8BFq5OADg5j8mk3NWiP+IPOOUmeD/H+c/sYJfJ0D9ijwQDlkVAGDnP0GDI7R1/XK81VtlEgCg5z92KyR85gh4PKbpWTIA4Oc/tyL2JuQIYrzSsrTt/x/oPy/JpR5GAoS8w/z6LQBg6D8fmvKi9PdtPFBrjPf/n+g//ZVJCVMEjrxmFWc5AODoP0V7x77zBIq8RRe/4v8f6T88IA5ANPp3vNGfXMz/X+k/XWmgBYD/drxnR7o7AKDpPwN+7MTE+HA8pS255//f6T8CRoxH2X+OPK/9Ltf/H+o/fq7NTVUMaryV/wTe/1/qP2uy6YypfYY8K41eyv+f6j/eE0y1yYSCvOoDrd3/3+o/PC5g6sgSWDxNPQ3x/x/rP5x4J63d+o68WhYhzv9f6z83EsYZF8tTPHTmUNn/n+s/AM6UQdn3czyvqJwTAODrP8CbXSHECnU8md9GWwAg7D/JwelTpu5rPK73uUAAYOw/1nBKJ58HfLyK/VViAKDsPx9M6HZAC3q8XQlM2f/f7D/XtZr5M/mIPM/Wdfn/H+0/vuFfZggsWLyTHFai/1/tP/OV0psoBHu8DIsinf+f7T82og80UQKHPBZ+vGUA4O0/DNikFh4BdbyRR/YCACDuP+Bi7wkvgIk82KbXVwBg7j/69wxYdQt+vAzA7ScAoO4/EZhFCYOEjLx8y/VsAODuP/R2FZUngI+8zH0reAAg7z+PU3Ry2YGPvApFDCYAYO8/3P8nJwBxQLwz1Yzo/5/vP7Co/eHcG1i8iYYP1f/f7z9ujpHLGvmHPGcjKQQAIPA/gUYyZfN/mzxo1uPj/1/wP3uVrt0I+oY8V6eFCgCg8D+R+9OA3uJXvMw/XxoA4PA/FPDFBTOCkbz1uq/4/x/xP8K6gGa7+ou8rZFN5f9f8T/v5zcXEn+dvOE2rBEAoPE///UWBQoAnDxIQsgZAODxP6Bd2uT7gpC8bl7+DwAg8j9D+5xM0P2IvJHYnyYAYPI/gtGUeSr+jDza5qYpAKDyP8WLXnFzAnC8OT4p4P/f8j/5prLaOXybPILw3Pf/H/M/VFLcbjPxfTxgi1rw/1/zP+sxzUxWA568zK4OLgCg8z93pNNL5/B1PDayOwQA4PM/M4idFMt9nDz/h9ECACD0Pyg9Lc+vCH48sXw4DQBg9D+mmWWFNwiCPImfVgQAoPQ/0rxPkFz6ibzzQzUEAOD0PylTF+0lEXi8D38CzP8f9T/cVHeE2IOYPG+zh/3/X/U/ByjQMecJh7y69x3y/5/1PwJ7cmif94c8gTT86//f9T8+6TAukICRvA==");
  base64DecodeToExistingUint8Array(bufferView, 14060, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14072, "BAAAAAgAAAAR");
  base64DecodeToExistingUint8Array(bufferView, 14092, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14104, "BAAAAAgAAAAS");
  base64DecodeToExistingUint8Array(bufferView, 14124, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14136, "BAAAAAgAAAAT");
  base64DecodeToExistingUint8Array(bufferView, 14156, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14168, "BAAAAAgAAAAU");
  base64DecodeToExistingUint8Array(bufferView, 14188, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14200, "BAAAAAgAAAAV");
  base64DecodeToExistingUint8Array(bufferView, 14220, "HA==");
  base64DecodeToExistingUint8Array(bufferView, 14232, "BAAAAAgAAAAW");
}

  var scratchBuffer = new ArrayBuffer(16);
  var i32ScratchView = new Int32Array(scratchBuffer);
  var f32ScratchView = new Float32Array(scratchBuffer);
  var f64ScratchView = new Float64Array(scratchBuffer);
  
  function wasm2js_scratch_load_i32(index) {
    return i32ScratchView[index];
  }
      
  function wasm2js_scratch_store_i32(index, value) {
    i32ScratchView[index] = value;
  }
      
  function wasm2js_scratch_load_f64() {
    return f64ScratchView[0];
  }
      
  function wasm2js_scratch_store_f64(value) {
    f64ScratchView[0] = value;
  }
      function wasm2js_trap() { throw new Error('abort'); }

  function wasm2js_memory_fill(dest, value, size) {
    dest = dest >>> 0;
    size = size >>> 0;
    if (dest + size > bufferView.length) throw "trap: invalid memory.fill";
    bufferView.fill(value, dest, dest + size);
  }
      
function asmFunc(imports) {
 var buffer = new ArrayBuffer(65536);
 var HEAP8 = new Int8Array(buffer);
 var HEAP16 = new Int16Array(buffer);
 var HEAP32 = new Int32Array(buffer);
 var HEAPU8 = new Uint8Array(buffer);
 var HEAPU16 = new Uint16Array(buffer);
 var HEAPU32 = new Uint32Array(buffer);
 var HEAPF32 = new Float32Array(buffer);
 var HEAPF64 = new Float64Array(buffer);
 var Math_imul = Math.imul;
 var Math_fround = Math.fround;
 var Math_abs = Math.abs;
 var Math_clz32 = Math.clz32;
 var Math_min = Math.min;
 var Math_max = Math.max;
 var Math_floor = Math.floor;
 var Math_ceil = Math.ceil;
 var Math_trunc = Math.trunc;
 var Math_sqrt = Math.sqrt;
 var global$0 = 0;
 var global$1 = 0;
 var global$2 = 0;
 var global$3 = 0;
 var global$4 = 0;
 var global$5 = 0;
 var global$6 = 0.0;
 var global$7 = 0.0;
 var global$8 = 0.0;
 var global$9 = 0;
 var global$0$hi = 0;
 var global$1$hi = 0;
 var global$2$hi = 0;
 var global$3$hi = 0;
 var global$4$hi = 0;
 var global$9$hi = 0;
 var i64toi32_i32$HIGH_BITS = 0;
 function $0($0_1) {
  var $1_1 = 0.0, $2_1 = 0.0, $3_1 = 0.0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0.0, $11_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  block : {
   if (($4_1 - 1072562176 | 0) >>> 0 < 198912 >>> 0) {
    $1_1 = $0_1 + -1.0;
    $2_1 = $1_1 * $1_1;
    $0_1 = $2_1 * $1_1;
    $10_1 = $0_1 * ($1_1 * -.24999999999998432 + .3333333333333352 + $2_1 * .19999999999320328 + $0_1 * ($1_1 * .14285715076560868 + -.16666666669929706 + $2_1 * -.12499997863982555 + $0_1 * ($1_1 * -.10000486757818193 + .11110712032936046 + $2_1 * .09181994006195467 + $0_1 * -.08328363062289341)));
    $0_1 = $1_1 * 134217728.0;
    $3_1 = $1_1 + $0_1 - $0_1;
    $2_1 = $3_1 * $3_1 * -.5;
    $0_1 = $1_1 + $2_1;
    $1_1 = $10_1 + ($1_1 - $0_1 + $2_1 + ($1_1 - $3_1) * -.5 * ($3_1 + $1_1)) + $0_1;
    break block;
   }
   $6_1 = $4_1 >>> 16 | 0;
   if (($6_1 - 16 | 0) >>> 0 >= 32736 >>> 0) {
    $1_1 = -1.0 / ($0_1 * $0_1);
    if (!($4_1 << 1 | 0 | ($5_1 >>> 31 | 0) | 0 | ($5_1 << 1 | 0) | 0)) {
     break block
    }
    $1_1 = $0_1;
    if (!$5_1 & ($4_1 | 0) == (2146435072 | 0) | 0) {
     break block
    }
    if ($6_1 & 32768 | 0 ? 1 : ($6_1 & 32752 | 0 | 0) == (32752 | 0)) {
     $0_1 = $0_1 - $0_1;
     $1_1 = $0_1 / $0_1;
     break block;
    }
    wasm2js_scratch_store_f64(+($0_1 * 4503599627370496.0));
    $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
    $4_1 = $4_1 - 54525952 | 0;
   }
   $7_1 = $4_1 - 1072037888 | 0;
   $8_1 = (($7_1 >>> 13 | 0) & 127 | 0) << 4 | 0;
   $9_1 = $8_1 + 1024 | 0;
   $6_1 = $5_1 - 0 | 0;
   $4_1 = $4_1 - (($7_1 & -1048576 | 0) + ($5_1 >>> 0 < $11_1 >>> 0) | 0) | 0;
   $2_1 = +(($7_1 >> 20 | 0) >>> 0) + +($7_1 >> 31 | 0 | 0) * 4294967296.0;
   $0_1 = $2_1 * .6931471805598903 + HEAPF64[($9_1 + 8 | 0) >> 3];
   $1_1 = $0_1;
   wasm2js_scratch_store_i32(0 | 0, $6_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $4_1 | 0);
   $3_1 = +wasm2js_scratch_load_f64();
   $5_1 = $8_1 + 3072 | 0;
   $3_1 = ($3_1 - HEAPF64[$5_1 >> 3] - HEAPF64[($5_1 + 8 | 0) >> 3]) * HEAPF64[$9_1 >> 3];
   $0_1 = $0_1 + $3_1;
   $1_1 = $1_1 - $0_1 + $3_1 + $2_1 * 5.497923018708371e-14;
   $2_1 = $3_1 * $3_1;
   $1_1 = $1_1 + $2_1 * -.5000000000000001 + $3_1 * $2_1 * ($3_1 * -.2499999999622955 + .33333333331825593 + $2_1 * ($3_1 * -.16667054827627667 + .20000304511814496)) + $0_1;
  }
  return $1_1;
 }
 
 function $1($0_1) {
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0.0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0.0, $10_1 = 0.0, $11_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $6_1 = ($2_1 >>> 20 | 0) & 2047 | 0;
  $4_1 = $6_1 - 969 | 0;
  block : {
   if ($4_1 >>> 0 >= 63 >>> 0) {
    $1_1 = 1.0;
    if ($4_1 >>> 0 >= -2147483648 >>> 0) {
     break block
    }
    if ($6_1 >>> 0 >= 1033 >>> 0) {
     $1_1 = 0.0;
     if (!$5_1 & ($2_1 | 0) == (-1048576 | 0) | 0) {
      break block
     }
     $1_1 = $0_1 + 1.0;
     if ($6_1 >>> 0 >= 2047 >>> 0) {
      break block
     }
     $1_1 = ($2_1 | 0) < (0 | 0) ? 0.0 : Infinity;
     break block;
    }
    $6_1 = 0;
   }
   $3_1 = $0_1 * 184.6649652337873 + 6755399441055744.0;
   wasm2js_scratch_store_f64(+$3_1);
   wasm2js_scratch_load_i32(1 | 0) | 0;
   $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $7_1 = (($5_1 & 127 | 0) << 4 | 0) + 5120 | 0;
   $4_1 = $7_1;
   $2_1 = HEAP32[($4_1 + 8 | 0) >> 2] + 0 | 0;
   $4_1 = HEAP32[($4_1 + 12 | 0) >> 2] + ($5_1 << 13 | 0) | 0;
   $4_1 = $2_1 >>> 0 < $11_1 >>> 0 ? $4_1 + 1 | 0 : $4_1;
   $1_1 = $0_1;
   $0_1 = $3_1 + -6755399441055744.0;
   $0_1 = $1_1 + $0_1 * -.005415212348111709 + $0_1 * -1.2864023111638346e-14;
   $3_1 = $0_1 * $0_1;
   $0_1 = HEAPF64[$7_1 >> 3] + $0_1 + $3_1 * ($0_1 * .16666666666665886 + .49999999999996786) + $3_1 * $3_1 * ($0_1 * .008333335853059549 + .0416666808410674);
   if (!$6_1) {
    block1 : {
     if (!($5_1 & -2147483648 | 0)) {
      $5_1 = $4_1 - 1058013184 | 0;
      wasm2js_scratch_store_i32(0 | 0, $2_1 | 0);
      wasm2js_scratch_store_i32(1 | 0, $5_1 | 0);
      $3_1 = +wasm2js_scratch_load_f64();
      $1_1 = ($3_1 + $3_1 * $0_1) * 5486124068793688683255936.0e279;
      break block1;
     }
     $5_1 = $4_1 + 1071644672 | 0;
     wasm2js_scratch_store_i32(0 | 0, $2_1 | 0);
     wasm2js_scratch_store_i32(1 | 0, $5_1 | 0);
     $3_1 = +wasm2js_scratch_load_f64();
     $8_1 = $3_1 * $0_1;
     $0_1 = $3_1 + $8_1;
     if (Math_abs($0_1) < 1.0) {
      $2_1 = $5_1 & -2147483648 | 0;
      wasm2js_scratch_store_i32(0 | 0, 0 | 0);
      wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
      $1_1 = +wasm2js_scratch_load_f64();
      wasm2js_scratch_store_f64(+(1.0));
      $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
      $2_1 = $2_1 & 2147483647 | 0;
      wasm2js_scratch_store_f64(+$0_1);
      $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      wasm2js_scratch_load_i32(0 | 0) | 0;
      $6_1 = 0;
      $2_1 = $4_1 & -2147483648 | 0 | $2_1 | 0;
      wasm2js_scratch_store_i32(0 | 0, $5_1 | $6_1 | 0 | 0);
      wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
      $10_1 = $1_1;
      $1_1 = +wasm2js_scratch_load_f64();
      $9_1 = $1_1 + $0_1;
      $0_1 = $9_1 + ($1_1 - $9_1 + $0_1 + ($3_1 - $0_1 + $8_1)) - $1_1;
      $0_1 = $0_1 == 0.0 ? $10_1 : $0_1;
     }
     $1_1 = $0_1 * 2.2250738585072014e-308;
    }
    break block;
   }
   wasm2js_scratch_store_i32(0 | 0, $2_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $4_1 | 0);
   $3_1 = +wasm2js_scratch_load_f64();
   $1_1 = $3_1 + $3_1 * $0_1;
  }
  return $1_1;
 }
 
 function $2($0_1) {
  var $1_1 = 0, $2_1 = 0.0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0.0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0, $9_1 = 0.0;
  $3_1 = 1;
  wasm2js_scratch_store_f64(+$0_1);
  $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  if ($1_1 >>> 31 | 0 | $1_1 >>> 0 < 1071284858 >>> 0 | 0) {
   if ($1_1 >>> 0 >= -1074790400 >>> 0) {
    if ($0_1 == -1.0) {
     return $0_1 / 0.0
    }
    return ($0_1 - $0_1) / 0.0;
   }
   if (($1_1 << 1 | 0) >>> 0 < 2034237440 >>> 0) {
    return $0_1
   }
   if ($1_1 >>> 0 <= -1076707644 >>> 0) {
    $3_1 = 0;
    $2_1 = $0_1;
   } else {
    $2_1 = 0.0
   }
  } else {
   if ($1_1 >>> 0 >= 2146435072 >>> 0) {
    return $0_1
   }
  }
  if ($3_1) {
   wasm2js_scratch_store_f64(+($0_1 + 1.0));
   $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $7_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $8_1 = $1_1 + 614242 | 0;
   $3_1 = ($8_1 >>> 20 | 0) - 1023 | 0;
   if (($3_1 | 0) < (54 | 0)) {
    wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
    wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
    $2_1 = +wasm2js_scratch_load_f64();
    $0_1 = (($3_1 | 0) >= (2 | 0) ? 1.0 - ($2_1 - $0_1) : $0_1 - ($2_1 + -1.0)) / $2_1;
   } else {
    $0_1 = 0.0
   }
   $9_1 = $0_1;
   $1_1 = ($8_1 & 1048575 | 0) + 1072079006 | 0;
   wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
   $2_1 = +wasm2js_scratch_load_f64() + -1.0;
  }
  $4_1 = $2_1 / ($2_1 + 2.0);
  $5_1 = $4_1 * $4_1;
  $0_1 = $5_1 * $5_1;
  $6_1 = $4_1;
  $4_1 = $2_1 * .5 * $2_1;
  $6_1 = $6_1 * ($4_1 + ($5_1 * ($0_1 * ($0_1 * ($0_1 * .14798198605116586 + .1818357216161805) + .2857142874366239) + .6666666666666735) + $0_1 * ($0_1 * ($0_1 * .15313837699209373 + .22222198432149784) + .3999999999940942)));
  $0_1 = +($3_1 | 0);
  return $6_1 + ($0_1 * 1.9082149292705877e-10 + $9_1) - $4_1 + $2_1 + $0_1 * .6931471803691238;
 }
 
 function $3($0_1) {
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0.0, $6_1 = 0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0, $10_1 = 0, wasm2js_i32$0 = 0, wasm2js_i32$1 = 0, wasm2js_i32$2 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $6_1 = $2_1 & 2147483647 | 0;
  $2_1 = $2_1 >>> 31 | 0;
  if ($6_1 >>> 0 >= 1078159482 >>> 0) {
   if ($0_1 != $0_1) {
    return $0_1
   }
   if ($2_1) {
    return -1.0
   }
   if ($0_1 > 709.782712893384) {
    return $0_1 * 8988465674311579538646525.0e283
   }
  }
  if ($6_1 >>> 0 > 1071001154 >>> 0) {
   $9_1 = 1 - ($2_1 << 1 | 0) | 0;
   $1_1 = $0_1 * 1.4426950408889634;
   wasm2js_scratch_store_f64(+(.5));
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $10_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $3_1 = $2_1 & 2147483647 | 0;
   wasm2js_scratch_store_f64(+$0_1);
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   wasm2js_scratch_load_i32(0 | 0) | 0;
   $2_1 = $2_1 & -2147483648 | 0 | $3_1 | 0;
   wasm2js_scratch_store_i32(0 | 0, $7_1 | $10_1 | 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $3_1 = (wasm2js_i32$0 = $9_1, wasm2js_i32$1 = ~~($1_1 + +wasm2js_scratch_load_f64()), wasm2js_i32$2 = $6_1 >>> 0 < 1072734898 >>> 0, wasm2js_i32$2 ? wasm2js_i32$0 : wasm2js_i32$1);
   $1_1 = +($3_1 | 0);
   $0_1 = $0_1 - $1_1 * .6931471803691238;
   $4_1 = $0_1;
   $1_1 = $1_1 * 1.9082149292705877e-10;
   $0_1 = $0_1 - $1_1;
   $8_1 = $4_1 - $0_1 - $1_1;
  } else {
   if ($6_1 >>> 0 < 1016070144 >>> 0) {
    return $0_1
   }
  }
  $5_1 = $0_1 * .5;
  $4_1 = $0_1 * $5_1;
  $1_1 = $4_1 * $4_1;
  $1_1 = $4_1 * -.03333333333333313 + 1.0 + $1_1 * ($4_1 * -7.93650757867488e-05 + 1.5873015872548146e-03 + $1_1 * ($4_1 * -2.0109921818362437e-07 + 4.008217827329362e-06));
  $5_1 = 3.0 - $1_1 * $5_1;
  $1_1 = $4_1 * (($1_1 - $5_1) / (6.0 - $0_1 * $5_1));
  if (!$3_1) {
   return $0_1 - ($0_1 * $1_1 - $4_1)
  }
  $5_1 = $0_1 * ($1_1 - $8_1) - $8_1 - $4_1;
  if (($3_1 | 0) == (-1 | 0)) {
   return ($0_1 - $5_1) * .5 + -.5
  }
  if (($3_1 | 0) == (1 | 0)) {
   if ($0_1 < -.25) {
    return ($5_1 - ($0_1 + .5)) * -2.0
   }
   $0_1 = $0_1 - $5_1;
   return $0_1 + $0_1 + 1.0;
  }
  $2_1 = $3_1 + 1023 | 0;
  $2_1 = $2_1 << 20 | 0;
  wasm2js_scratch_store_i32(0 | 0, 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  if (($3_1 | 0) < (0 | 0) | ($3_1 | 0) > (56 | 0) | 0) {
   $0_1 = $0_1 - $5_1 + 1.0;
   return (($3_1 | 0) == (1024 | 0) ? ($0_1 + $0_1) * 8988465674311579538646525.0e283 : $0_1 * $1_1) + -1.0;
  }
  $2_1 = 1023 - $3_1 | 0;
  $7_1 = $2_1 << 20 | 0;
  wasm2js_scratch_store_i32(0 | 0, 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $7_1 | 0);
  $4_1 = $0_1;
  $0_1 = +wasm2js_scratch_load_f64();
  return ($4_1 + (($3_1 | 0) < (20 | 0) ? 1.0 - $0_1 - $5_1 : 1.0 - ($5_1 + $0_1))) * $1_1;
 }
 
 function $4($0_1, $1_1, $2_1) {
  var $3_1 = 0, $4_1 = 0, $5_1 = 0.0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0, $9_1 = 0.0;
  label7 : while (1) {
   $3_1 = $1_1 - $0_1 | 0;
   if ($3_1 >>> 0 > 256 >>> 0) {
    if (!$2_1) {
     $1_1 = $0_1;
     $4_1 = $3_1 >>> 3 | 0;
     $0_1 = $4_1 >>> 1 | 0;
     label1 : while (1) {
      if ($0_1) {
       $0_1 = $0_1 - 1 | 0;
       $2_1 = $0_1;
       $5_1 = HEAPF64[($1_1 + ($0_1 << 3 | 0) | 0) >> 3];
       label : while (1) {
        block : {
         $3_1 = ($2_1 << 1 | 0) + 1 | 0;
         if ($3_1 >>> 0 >= $4_1 >>> 0) {
          break block
         }
         $7_1 = $3_1 + 1 | 0;
         if ($4_1 >>> 0 > $7_1 >>> 0) {
          $8_1 = HEAPF64[($1_1 + ($7_1 << 3 | 0) | 0) >> 3] > HEAPF64[($1_1 + ($3_1 << 3 | 0) | 0) >> 3]
         } else {
          $8_1 = 0
         }
         $3_1 = $8_1 ? $7_1 : $3_1;
         $6_1 = HEAPF64[(($3_1 << 3 | 0) + $1_1 | 0) >> 3];
         if ($6_1 <= $5_1) {
          break block
         }
         HEAPF64[($1_1 + ($2_1 << 3 | 0) | 0) >> 3] = $6_1;
         $2_1 = $3_1;
         continue label;
        }
        break label;
       };
       HEAPF64[($1_1 + ($2_1 << 3 | 0) | 0) >> 3] = $5_1;
       continue label1;
      }
      break label1;
     };
     $0_1 = $4_1 - 1 | 0;
     label3 : while (1) {
      if ($0_1) {
       $5_1 = HEAPF64[$1_1 >> 3];
       $2_1 = $1_1 + ($0_1 << 3 | 0) | 0;
       HEAPF64[$1_1 >> 3] = HEAPF64[$2_1 >> 3];
       HEAPF64[$2_1 >> 3] = $5_1;
       $2_1 = 0;
       $5_1 = HEAPF64[$1_1 >> 3];
       label2 : while (1) {
        block1 : {
         $3_1 = ($2_1 << 1 | 0) + 1 | 0;
         if ($3_1 >>> 0 >= $0_1 >>> 0) {
          break block1
         }
         $4_1 = $3_1 + 1 | 0;
         if ($0_1 >>> 0 > $4_1 >>> 0) {
          $7_1 = HEAPF64[($1_1 + ($4_1 << 3 | 0) | 0) >> 3] > HEAPF64[($1_1 + ($3_1 << 3 | 0) | 0) >> 3]
         } else {
          $7_1 = 0
         }
         $3_1 = $7_1 ? $4_1 : $3_1;
         $6_1 = HEAPF64[(($3_1 << 3 | 0) + $1_1 | 0) >> 3];
         if ($6_1 <= $5_1) {
          break block1
         }
         HEAPF64[($1_1 + ($2_1 << 3 | 0) | 0) >> 3] = $6_1;
         $2_1 = $3_1;
         continue label2;
        }
        break label2;
       };
       HEAPF64[($1_1 + ($2_1 << 3 | 0) | 0) >> 3] = $5_1;
       $0_1 = $0_1 - 1 | 0;
       continue label3;
      }
      break label3;
     };
     return;
    }
    $2_1 = $2_1 - 1 | 0;
    $5_1 = HEAPF64[$0_1 >> 3];
    $6_1 = HEAPF64[(((($1_1 - $0_1 | 0) >>> 4 | 0) << 3 | 0) + $0_1 | 0) >> 3];
    $5_1 = Math_max(Math_min($5_1, $6_1), Math_min(HEAPF64[($1_1 - 8 | 0) >> 3], Math_max($5_1, $6_1)));
    $4_1 = $0_1 - 8 | 0;
    $3_1 = $1_1;
    label6 : while (1) {
     label4 : while (1) {
      $4_1 = $4_1 + 8 | 0;
      if ($5_1 > HEAPF64[$4_1 >> 3]) {
       continue label4
      }
      break label4;
     };
     label5 : while (1) {
      $3_1 = $3_1 - 8 | 0;
      $6_1 = HEAPF64[$3_1 >> 3];
      if ($6_1 > $5_1) {
       continue label5
      }
      break label5;
     };
     if ($3_1 >>> 0 > $4_1 >>> 0) {
      $9_1 = HEAPF64[$4_1 >> 3];
      HEAPF64[$4_1 >> 3] = $6_1;
      HEAPF64[$3_1 >> 3] = $9_1;
      continue label6;
     }
     break label6;
    };
    $3_1 = $3_1 + 8 | 0;
    if (($3_1 - $0_1 | 0) >>> 0 < ($1_1 - $3_1 | 0) >>> 0) {
     $4($0_1, $3_1, $2_1);
     $0_1 = $3_1;
    } else {
     $4($3_1, $1_1, $2_1);
     $1_1 = $3_1;
    }
    continue label7;
   }
   break label7;
  };
  $3_1 = $0_1;
  $2_1 = $3_1 + 8 | 0;
  label9 : while (1) {
   if ($1_1 >>> 0 > $2_1 >>> 0) {
    $5_1 = HEAPF64[$2_1 >> 3];
    $0_1 = $2_1;
    label8 : while (1) {
     if ($0_1 >>> 0 > $3_1 >>> 0 & $5_1 < HEAPF64[($0_1 - 8 | 0) >> 3] | 0) {
      $4_1 = $0_1;
      $0_1 = $0_1 - 8 | 0;
      HEAPF64[$4_1 >> 3] = HEAPF64[$0_1 >> 3];
      continue label8;
     }
     break label8;
    };
    HEAPF64[$0_1 >> 3] = $5_1;
    $2_1 = $2_1 + 8 | 0;
    continue label9;
   }
   break label9;
  };
 }
 
 function $5($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0.0, $15_1 = 0, $16_1 = 0, $17_1 = 0.0, $18_1 = 0;
  $4_1 = ($1_1 & 2147483647 | 0) >>> 20 | 0;
  $3_1 = $4_1 - 1045 | 0;
  $8_1 = $3_1 & 63 | 0;
  $12_1 = ((((0 - ($4_1 >>> 0 < 1045 >>> 0) | 0) & 63 | 0) << 26 | 0 | ($3_1 >>> 6 | 0) | 0) << 3 | 0) + 11536 | 0;
  $2_1 = $12_1;
  $9_1 = HEAP32[$2_1 >> 2];
  $10_1 = HEAP32[($2_1 + 4 | 0) >> 2];
  $5_1 = HEAP32[($2_1 + 8 | 0) >> 2];
  $4_1 = HEAP32[($2_1 + 12 | 0) >> 2];
  $13_1 = HEAP32[($2_1 + 16 | 0) >> 2];
  $3_1 = HEAP32[($2_1 + 20 | 0) >> 2];
  if ($8_1) {
   $6_1 = $9_1;
   $7_1 = $8_1 & 31 | 0;
   if (($8_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = $6_1 << $7_1 | 0;
    $9_1 = 0;
   } else {
    $2_1 = ((1 << $7_1 | 0) - 1 | 0) & ($6_1 >>> (32 - $7_1 | 0) | 0) | 0 | ($10_1 << $7_1 | 0) | 0;
    $9_1 = $6_1 << $7_1 | 0;
   }
   $10_1 = $2_1;
   $11_1 = $9_1;
   $6_1 = $5_1;
   $7_1 = 64 - $8_1 | 0;
   $9_1 = $7_1 & 31 | 0;
   if (($7_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = 0;
    $6_1 = $4_1 >>> $9_1 | 0;
   } else {
    $2_1 = $4_1 >>> $9_1 | 0;
    $6_1 = (((1 << $9_1 | 0) - 1 | 0) & $4_1 | 0) << (32 - $9_1 | 0) | 0 | ($6_1 >>> $9_1 | 0) | 0;
   }
   $9_1 = $11_1 | $6_1 | 0;
   $10_1 = $2_1 | $10_1 | 0;
   $11_1 = $5_1;
   $6_1 = $8_1 & 31 | 0;
   if (($8_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = $5_1 << $6_1 | 0;
    $5_1 = 0;
   } else {
    $2_1 = ((1 << $6_1 | 0) - 1 | 0) & ($11_1 >>> (32 - $6_1 | 0) | 0) | 0 | ($4_1 << $6_1 | 0) | 0;
    $5_1 = $11_1 << $6_1 | 0;
   }
   $4_1 = $2_1;
   $11_1 = $5_1;
   $6_1 = $13_1;
   $5_1 = $7_1 & 31 | 0;
   if (($7_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = 0;
    $5_1 = $3_1 >>> $5_1 | 0;
   } else {
    $2_1 = $3_1 >>> $5_1 | 0;
    $5_1 = (((1 << $5_1 | 0) - 1 | 0) & $3_1 | 0) << (32 - $5_1 | 0) | 0 | ($6_1 >>> $5_1 | 0) | 0;
   }
   $5_1 = $11_1 | $5_1 | 0;
   $4_1 = $2_1 | $4_1 | 0;
   $11_1 = $13_1;
   $6_1 = $8_1 & 31 | 0;
   if (($8_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = $13_1 << $6_1 | 0
   } else {
    $2_1 = ((1 << $6_1 | 0) - 1 | 0) & ($11_1 >>> (32 - $6_1 | 0) | 0) | 0 | ($3_1 << $6_1 | 0) | 0
   }
   $3_1 = $2_1;
   $8_1 = HEAP32[($12_1 + 28 | 0) >> 2];
   $13_1 = $7_1 & 31 | 0;
   if (($7_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = 0
   } else {
    $2_1 = $8_1 >>> $13_1 | 0
   }
   $3_1 = $2_1 | $3_1 | 0;
  }
  $2_1 = $1_1 & 1048575 | 0 | 1048576 | 0;
  $13_1 = $0_1;
  $6_1 = $2_1;
  $0_1 = 0;
  $12_1 = __wasm_i64_mul($2_1, 0, $5_1, $0_1);
  $11_1 = i64toi32_i32$HIGH_BITS;
  $16_1 = $4_1;
  $7_1 = 0;
  $2_1 = __wasm_i64_mul($4_1, $7_1, $13_1, $7_1);
  $15_1 = i64toi32_i32$HIGH_BITS;
  $8_1 = __wasm_i64_mul($13_1, $7_1, $5_1, $0_1);
  $5_1 = i64toi32_i32$HIGH_BITS;
  $4_1 = $5_1 + $2_1 | 0;
  $0_1 = $15_1;
  $0_1 = $4_1 >>> 0 < $5_1 >>> 0 ? $0_1 + 1 | 0 : $0_1;
  $2_1 = $11_1;
  $5_1 = $4_1 + $12_1 | 0;
  $4_1 = $5_1 >>> 0 < $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $2_1 = __wasm_i64_mul($16_1, $7_1, $6_1, $7_1);
  $12_1 = $2_1 + $0_1 | 0;
  $2_1 = i64toi32_i32$HIGH_BITS;
  $2_1 = $12_1 >>> 0 < $0_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $12_1 = $4_1 + $12_1 | 0;
  global$9 = $12_1;
  global$9$hi = $4_1 >>> 0 > $12_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $0_1 = __wasm_i64_mul($6_1, $7_1, $3_1, 0);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $7_1 = $2_1;
  $3_1 = $0_1;
  $0_1 = $2_1;
  $2_1 = $5_1;
  $5_1 = 0;
  $4_1 = $5_1 + $8_1 | 0;
  $0_1 = ($4_1 >>> 0 < $5_1 >>> 0 ? $2_1 + 1 | 0 : $2_1) + $0_1 | 0;
  $2_1 = $4_1;
  $4_1 = $3_1 + $4_1 | 0;
  $0_1 = $2_1 >>> 0 > $4_1 >>> 0 ? $0_1 + 1 | 0 : $0_1;
  $5_1 = ($7_1 | 0) == ($0_1 | 0) & $3_1 >>> 0 > $4_1 >>> 0 | 0 | $0_1 >>> 0 < $7_1 >>> 0 | 0;
  $2_1 = global$9$hi;
  $3_1 = global$9;
  $7_1 = __wasm_i64_mul($9_1, $10_1, $13_1, $6_1);
  $3_1 = $3_1 + $7_1 | 0;
  $2_1 = i64toi32_i32$HIGH_BITS + $2_1 | 0;
  $2_1 = $3_1 >>> 0 < $7_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $11_1 = $3_1;
  $3_1 = $3_1 + $5_1 | 0;
  $2_1 = $11_1 >>> 0 > $3_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $7_1 = $2_1;
  $9_1 = $3_1 << 2 | 0 | ($0_1 >>> 30 | 0) | 0;
  $3_1 = $2_1 << 2 | 0 | ($3_1 >>> 30 | 0) | 0;
  $13_1 = $3_1;
  $2_1 = $3_1 >> 31 | 0;
  $12_1 = $2_1;
  $11_1 = ($4_1 << 2 | 0) ^ $2_1 | 0;
  $5_1 = $2_1 ^ ($0_1 << 2 | 0 | ($4_1 >>> 30 | 0) | 0) | 0;
  $4_1 = (($2_1 & 1 | 0) << 31 | 0 | ($2_1 >>> 1 | 0) | 0) ^ $9_1 | 0;
  $10_1 = $4_1;
  $0_1 = ($2_1 >> 1 | 0) ^ $13_1 | 0;
  $2_1 = Math_clz32($0_1);
  $9_1 = ($2_1 | 0) == (32 | 0) ? Math_clz32($4_1) + 32 | 0 : $2_1;
  $3_1 = $9_1 & 31 | 0;
  if (($9_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
   $2_1 = $4_1 << $3_1 | 0;
   $3_1 = 0;
  } else {
   $2_1 = ((1 << $3_1 | 0) - 1 | 0) & ($10_1 >>> (32 - $3_1 | 0) | 0) | 0 | ($0_1 << $3_1 | 0) | 0;
   $3_1 = $10_1 << $3_1 | 0;
  }
  $0_1 = $2_1;
  $10_1 = $3_1;
  $4_1 = $11_1;
  $2_1 = 64 - $9_1 | 0;
  $3_1 = $2_1 & 31 | 0;
  if (($2_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
   $2_1 = 0;
   $3_1 = $5_1 >>> $3_1 | 0;
  } else {
   $2_1 = $5_1 >>> $3_1 | 0;
   $3_1 = (((1 << $3_1 | 0) - 1 | 0) & $5_1 | 0) << (32 - $3_1 | 0) | 0 | ($4_1 >>> $3_1 | 0) | 0;
  }
  $10_1 = $10_1 | $3_1 | 0;
  $3_1 = $0_1 | $2_1 | 0;
  $16_1 = $3_1;
  $2_1 = 0;
  $8_1 = $2_1;
  $0_1 = $10_1;
  $4_1 = __wasm_i64_mul($3_1, $2_1, 560513588, 0);
  $15_1 = i64toi32_i32$HIGH_BITS;
  $3_1 = __wasm_i64_mul($0_1, $2_1, -921707870, 0);
  $18_1 = i64toi32_i32$HIGH_BITS;
  $6_1 = __wasm_i64_mul($0_1, $2_1, 560513588, 0);
  $0_1 = i64toi32_i32$HIGH_BITS;
  $3_1 = $0_1 + $3_1 | 0;
  $2_1 = $18_1;
  $0_1 = $0_1 >>> 0 > $3_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $2_1 = $15_1;
  $4_1 = $3_1 + $4_1 | 0;
  $3_1 = $4_1 >>> 0 < $3_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $2_1 = __wasm_i64_mul($16_1, $8_1, -921707870, 0);
  $15_1 = $0_1;
  $8_1 = $2_1 + $0_1 | 0;
  $0_1 = i64toi32_i32$HIGH_BITS;
  $2_1 = $8_1 >>> 0 < $15_1 >>> 0 ? $0_1 + 1 | 0 : $0_1;
  $8_1 = $3_1 + $8_1 | 0;
  global$9 = $8_1;
  global$9$hi = $3_1 >>> 0 > $8_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $17_1 = (+($10_1 >>> 0) + +($16_1 >>> 0) * 4294967296.0) * 3.753184150245214e-04;
  $10_1 = $11_1;
  $2_1 = $9_1 & 31 | 0;
  if (($9_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
   $0_1 = $10_1 << $2_1 | 0;
   $2_1 = 0;
  } else {
   $0_1 = ((1 << $2_1 | 0) - 1 | 0) & ($10_1 >>> (32 - $2_1 | 0) | 0) | 0 | ($5_1 << $2_1 | 0) | 0;
   $2_1 = $10_1 << $2_1 | 0;
  }
  $14_1 = $17_1 + (+($2_1 >>> 0) + +($0_1 >>> 0) * 4294967296.0) * 3.834951969714103e-04;
  if (Math_abs($14_1) >= 1.0) {
   $0_1 = ~~($14_1 > 0.0 ? Math_min(Math_floor($14_1 * 2.3283064365386963e-10), 4294967295.0) : Math_ceil(($14_1 - +(~~$14_1 >>> 0 >>> 0)) * 2.3283064365386963e-10)) >>> 0
  } else {
   $0_1 = 0
  }
  $8_1 = ~~$14_1 >>> 0;
  $5_1 = $0_1;
  $2_1 = $4_1;
  $4_1 = 0;
  $3_1 = $4_1 + $6_1 | 0;
  $2_1 = $3_1 >>> 0 < $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
  $0_1 = $2_1;
  $6_1 = ($2_1 | 0) == ($5_1 | 0) & $3_1 >>> 0 < $8_1 >>> 0 | 0 | $2_1 >>> 0 < $5_1 >>> 0 | 0;
  $10_1 = global$9$hi;
  $2_1 = $10_1 >>> 11 | 0;
  $4_1 = global$9;
  $11_1 = ($10_1 & 2047 | 0) << 21 | 0 | ($4_1 >>> 11 | 0) | 0;
  $6_1 = $6_1 + $11_1 | 0;
  global$7 = +($6_1 >>> 0) + +(($6_1 >>> 0 < $11_1 >>> 0 ? $2_1 + 1 | 0 : $2_1) >>> 0) * 4294967296.0;
  $3_1 = $8_1 + (($0_1 & 2047 | 0) << 21 | 0 | ($3_1 >>> 11 | 0) | 0) | 0;
  $0_1 = $5_1 + ($4_1 << 21 | 0 | ($0_1 >>> 11 | 0) | 0) | 0;
  global$8 = (+($3_1 >>> 0) + +(($3_1 >>> 0 < $8_1 >>> 0 ? $0_1 + 1 | 0 : $0_1) >>> 0) * 4294967296.0) * 5.421010862427522e-20;
  $0_1 = 0;
  $3_1 = 0;
  $17_1 = global$7;
  $0_1 = 1018167296 - (($9_1 << 20 | 0) + (($0_1 | 0) != (0 | 0)) | 0) | 0 | (($1_1 ^ $13_1 | 0) & -2147483648 | 0) | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $0_1 | 0);
  $14_1 = +wasm2js_scratch_load_f64();
  global$7 = $17_1 * $14_1;
  global$8 = global$8 * $14_1;
  return ($7_1 >> 30 | 0) - $12_1 | 0;
 }
 
 function $6($0_1) {
  var $1_1 = 0, $2_1 = 0.0, $3_1 = 0, $4_1 = 0, $5_1 = 0.0, $6_1 = 0.0, $7_1 = 0;
  $6_1 = $0_1;
  wasm2js_scratch_store_f64(+$0_1);
  $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $1_1 = $1_1 & 2147483647 | 0;
  if ($1_1 >>> 0 >= 1141899264 >>> 0) {
   if ($0_1 != $0_1) {
    return $0_1
   }
   wasm2js_scratch_store_f64(+(1.5707963267948966));
   $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $1_1 = $1_1 & 2147483647 | 0;
   wasm2js_scratch_store_f64(+$6_1);
   $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   wasm2js_scratch_load_i32(0 | 0) | 0;
   $1_1 = $4_1 & -2147483648 | 0 | $1_1 | 0;
   wasm2js_scratch_store_i32(0 | 0, $3_1 | $7_1 | 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
   return +wasm2js_scratch_load_f64();
  }
  if ($1_1 >>> 0 < 1071382528 >>> 0) {
   if ($1_1 >>> 0 < 1044381696 >>> 0) {
    return $0_1
   }
   $3_1 = -1;
  } else {
   $0_1 = Math_abs($0_1);
   if ($1_1 >>> 0 < 1072889856 >>> 0) {
    if ($1_1 >>> 0 < 1072037888 >>> 0) {
     $0_1 = ($0_1 + $0_1 + -1.0) / ($0_1 + 2.0)
    } else {
     $3_1 = 1;
     $0_1 = ($0_1 + -1.0) / ($0_1 + 1.0);
    }
   } else {
    if ($1_1 >>> 0 < 1073971200 >>> 0) {
     $3_1 = 2;
     $0_1 = ($0_1 + -1.5) / ($0_1 * 1.5 + 1.0);
    } else {
     $3_1 = 3;
     $0_1 = -1.0 / $0_1;
    }
   }
  }
  $5_1 = $0_1 * $0_1;
  $2_1 = $5_1 * $5_1;
  $2_1 = $0_1 * ($5_1 * ($2_1 * ($2_1 * ($2_1 * ($2_1 * ($2_1 * .016285820115365782 + .049768779946159324) + .06661073137387531) + .09090887133436507) + .14285714272503466) + .3333333333333293) + $2_1 * ($2_1 * ($2_1 * ($2_1 * ($2_1 * -.036531572744216916 + -.058335701337905735) + -.0769187620504483) + -.11111110405462356) + -.19999999999876483));
  if (($3_1 | 0) < (0 | 0)) {
   return $0_1 - $2_1
  }
  block5 : {
   block3 : {
    switch ($3_1 | 0) {
    default:
     wasm2js_trap();
    case 0:
     $0_1 = .4636476090008061 - ($2_1 + -2.2698777452961687e-17 - $0_1);
     break block5;
    case 1:
     $0_1 = .7853981633974483 - ($2_1 + -3.061616997868383e-17 - $0_1);
     break block5;
    case 2:
     $0_1 = .982793723247329 - ($2_1 + -1.3903311031230998e-17 - $0_1);
     break block5;
    case 3:
     break block3;
    };
   }
   $0_1 = 1.5707963267948966 - ($2_1 + -6.123233995736766e-17 - $0_1);
  }
  wasm2js_scratch_store_f64(+$0_1);
  $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $1_1 = $1_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$6_1);
  $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $1_1 = $4_1 & -2147483648 | 0 | $1_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | $7_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
  return +wasm2js_scratch_load_f64();
 }
 
 function $7($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0.0, $10_1 = 0.0;
  if ($1_1 < 1.0) {
   $6_1 = $7($0_1, $1_1 + 1.0);
   $3_1 = global$0$hi;
   $2_1 = global$0$hi + global$3$hi | 0;
   $7_1 = global$0;
   $5_1 = global$3;
   $0_1 = $5_1 + global$0 | 0;
   $4_1 = __wasm_rotl_i64($0_1, $0_1 >>> 0 < $5_1 >>> 0 ? $2_1 + 1 | 0 : $2_1, 23);
   $0_1 = $7_1 + $4_1 | 0;
   $2_1 = i64toi32_i32$HIGH_BITS + $3_1 | 0;
   $2_1 = $0_1 >>> 0 < $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
   $4_1 = $0_1;
   $0_1 = global$1;
   $3_1 = global$1$hi << 17 | 0 | ($0_1 >>> 15 | 0) | 0;
   $0_1 = $0_1 << 17 | 0;
   global$2 = global$2 ^ global$0 | 0;
   global$2$hi = global$2$hi ^ global$0$hi | 0;
   global$3 = global$3 ^ global$1 | 0;
   global$3$hi = global$3$hi ^ global$1$hi | 0;
   global$1 = global$1 ^ global$2 | 0;
   global$1$hi = global$1$hi ^ global$2$hi | 0;
   global$0 = global$0 ^ global$3 | 0;
   global$0$hi = global$0$hi ^ global$3$hi | 0;
   global$2 = $0_1 ^ global$2 | 0;
   global$2$hi = $3_1 ^ global$2$hi | 0;
   global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
   global$3$hi = i64toi32_i32$HIGH_BITS;
   return $6_1 * $1($0((+((($2_1 & 2047 | 0) << 21 | 0 | ($4_1 >>> 11 | 0) | 0) >>> 0) + +($2_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16) / $1_1);
  }
  $8_1 = $1_1 + -.3333333333333333;
  $10_1 = 1.0 / Math_sqrt($8_1 * 9.0);
  label : while (1) {
   $5_1 = global$0$hi;
   $2_1 = global$0$hi + global$3$hi | 0;
   $7_1 = global$0;
   $3_1 = global$3;
   $4_1 = $3_1 + global$0 | 0;
   $3_1 = __wasm_rotl_i64($4_1, $3_1 >>> 0 > $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1, 23);
   $2_1 = $7_1 + $3_1 | 0;
   $4_1 = i64toi32_i32$HIGH_BITS + $5_1 | 0;
   $4_1 = $2_1 >>> 0 < $3_1 >>> 0 ? $4_1 + 1 | 0 : $4_1;
   $5_1 = global$1;
   $3_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
   $5_1 = $5_1 << 17 | 0;
   global$2 = global$2 ^ global$0 | 0;
   global$2$hi = global$2$hi ^ global$0$hi | 0;
   global$3 = global$3 ^ global$1 | 0;
   global$3$hi = global$3$hi ^ global$1$hi | 0;
   global$1 = global$1 ^ global$2 | 0;
   global$1$hi = global$1$hi ^ global$2$hi | 0;
   global$0 = global$0 ^ global$3 | 0;
   global$0$hi = global$0$hi ^ global$3$hi | 0;
   global$2 = $5_1 ^ global$2 | 0;
   global$2$hi = $3_1 ^ global$2$hi | 0;
   global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
   global$3$hi = i64toi32_i32$HIGH_BITS;
   $1_1 = $12($0_1, $2_1, $4_1);
   $6_1 = $10_1 * $1_1 + 1.0;
   if ($6_1 <= 0.0) {
    continue label
   }
   $6_1 = $6_1 * $6_1 * $6_1;
   $5_1 = global$0$hi;
   $2_1 = global$0$hi + global$3$hi | 0;
   $7_1 = global$0;
   $3_1 = global$3;
   $4_1 = $3_1 + global$0 | 0;
   $3_1 = __wasm_rotl_i64($4_1, $3_1 >>> 0 > $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1, 23);
   $4_1 = $7_1 + $3_1 | 0;
   $2_1 = i64toi32_i32$HIGH_BITS + $5_1 | 0;
   $2_1 = $3_1 >>> 0 > $4_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
   $5_1 = $4_1;
   $3_1 = global$1;
   $4_1 = global$1$hi << 17 | 0 | ($3_1 >>> 15 | 0) | 0;
   $3_1 = $3_1 << 17 | 0;
   global$2 = global$2 ^ global$0 | 0;
   global$2$hi = global$2$hi ^ global$0$hi | 0;
   global$3 = global$3 ^ global$1 | 0;
   global$3$hi = global$3$hi ^ global$1$hi | 0;
   global$1 = global$1 ^ global$2 | 0;
   global$1$hi = global$1$hi ^ global$2$hi | 0;
   global$0 = global$0 ^ global$3 | 0;
   global$0$hi = global$0$hi ^ global$3$hi | 0;
   global$2 = $3_1 ^ global$2 | 0;
   global$2$hi = $4_1 ^ global$2$hi | 0;
   global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
   global$3$hi = i64toi32_i32$HIGH_BITS;
   $9_1 = (+((($2_1 & 2047 | 0) << 21 | 0 | ($5_1 >>> 11 | 0) | 0) >>> 0) + +($2_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16;
   if ($9_1 < 1.0 - $1_1 * .0331 * $1_1 * $1_1 * $1_1) {
    return $8_1 * $6_1
   }
   if (!($0($9_1) < $1_1 * .5 * $1_1 + $8_1 * (1.0 - $6_1 + $0($6_1)))) {
    continue label
   }
   break label;
  };
  return $8_1 * $6_1;
 }
 
 function $8($0_1, $1_1, $2_1) {
  var $3_1 = 0.0, $4_1 = 0.0, $5_1 = 0.0, $6_1 = 0, $7_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $7_1 = ($6_1 & 2147483647 | 0) >>> 0 >= 1072010280 >>> 0;
  if ($7_1) {
   if (($6_1 | 0) < (0 | 0)) {
    $1_1 = -$1_1;
    $0_1 = -$0_1;
   }
   $0_1 = .7853981633974483 - $0_1 + (3.061616997868383e-17 - $1_1);
   $1_1 = 0.0;
  }
  $4_1 = $0_1 * $0_1;
  $3_1 = $4_1 * $4_1;
  $5_1 = $4_1 * $0_1;
  $3_1 = $1_1 + $4_1 * ($5_1 * ($3_1 * ($3_1 * ($3_1 * ($3_1 * ($3_1 * -1.8558637485527546e-05 + 7.817944429395571e-05) + 5.880412408202641e-04) + 3.5920791075913124e-03) + .021869488294859542) + .13333333333320124 + $4_1 * ($3_1 * ($3_1 * ($3_1 * ($3_1 * ($3_1 * 2.590730518636337e-05 + 7.140724913826082e-05) + 2.464631348184699e-04) + 1.4562094543252903e-03) + .0088632398235993) + .05396825397622605)) + $1_1) + $5_1 * .3333333333333341;
  $1_1 = $0_1 + $3_1;
  if ($7_1) {
   $5_1 = $1_1 * $1_1;
   $4_1 = $1_1;
   $1_1 = +($2_1 | 0);
   $0_1 = $0_1 - ($5_1 / ($4_1 + $1_1) - $3_1);
   return (1.0 - +(($6_1 >> 30 | 0) & 2 | 0 | 0)) * ($1_1 - ($0_1 + $0_1));
  }
  if (($2_1 | 0) == (1 | 0)) {
   return $1_1
  }
  $5_1 = -1.0 / $1_1;
  wasm2js_scratch_store_f64(+$5_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  wasm2js_scratch_store_i32(0 | 0, 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $4_1 = +wasm2js_scratch_load_f64();
  wasm2js_scratch_store_f64(+$1_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  wasm2js_scratch_store_i32(0 | 0, 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  return $4_1 + $5_1 * ($4_1 * $1_1 + 1.0 + $4_1 * ($3_1 - ($1_1 - $0_1)));
 }
 
 function $9($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0.0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0.0, $11_1 = 0.0, $12_1 = 0.0;
  wasm2js_scratch_store_f64(+$1_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $7_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $8_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $9_1 = $8_1;
  $6_1 = $6_1 & 2147483647 | 0;
  $5_1 = $6_1;
  if (($5_1 | 0) == ($2_1 | 0) & $7_1 >>> 0 > $8_1 >>> 0 | 0 | $2_1 >>> 0 > $5_1 >>> 0 | 0) {
   $8_1 = $7_1;
   $6_1 = $2_1;
   $7_1 = $9_1;
   $2_1 = $5_1;
  }
  wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  $5_1 = $2_1 >>> 20 | 0;
  if (($5_1 | 0) == (2047 | 0)) {
   return $1_1
  }
  wasm2js_scratch_store_i32(0 | 0, $8_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $6_1 | 0);
  $0_1 = +wasm2js_scratch_load_f64();
  $9_1 = !($2_1 | $7_1 | 0);
  $2_1 = $6_1 >>> 20 | 0;
  if ($9_1 | ($2_1 | 0) == (2047 | 0) | 0) {
   return $0_1
  }
  if (($2_1 - $5_1 | 0 | 0) > (64 | 0)) {
   return $0_1 + $1_1
  }
  if ($2_1 >>> 0 > 1533 >>> 0) {
   $1_1 = $1_1 * 1.90109156629516e-211;
   $0_1 = $0_1 * 1.90109156629516e-211;
   $10_1 = 5260135901548373507240989.0e186;
  } else {
   if ($5_1 >>> 0 < 573 >>> 0) {
    $1_1 = $1_1 * 5260135901548373507240989.0e186;
    $0_1 = $0_1 * 5260135901548373507240989.0e186;
    $10_1 = 1.90109156629516e-211;
   } else {
    $10_1 = 1.0
   }
  }
  $3_1 = $0_1 * 134217729.0;
  $3_1 = $0_1 - $3_1 + $3_1;
  $11_1 = $0_1 - $3_1;
  $4_1 = $1_1 * 134217729.0;
  $4_1 = $1_1 - $4_1 + $4_1;
  $12_1 = $1_1 - $4_1;
  $1_1 = $1_1 * $1_1;
  $0_1 = $0_1 * $0_1;
  return $10_1 * Math_sqrt($4_1 * $4_1 - $1_1 + ($4_1 + $4_1 + $12_1) * $12_1 + ($3_1 * $3_1 - $0_1 + ($3_1 + $3_1 + $11_1) * $11_1) + $1_1 + $0_1);
 }
 
 function $10($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0;
  if ($0_1 != $0_1 | $1_1 != $1_1 | 0) {
   return $1_1 + $0_1
  }
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $2_1;
  wasm2js_scratch_store_f64(+$1_1);
  $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $2_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  if (!($2_1 | ($6_1 - 1072693248 | 0) | 0)) {
   return $6($0_1)
  }
  $4_1 = ($6_1 >>> 30 | 0) & 2 | 0 | ($3_1 >>> 31 | 0) | 0;
  $3_1 = $3_1 & 2147483647 | 0;
  if (!($3_1 | $5_1 | 0)) {
   block3 : {
    switch ($4_1 | 0) {
    case 0:
    case 1:
     return $0_1;
    case 2:
     return 3.141592653589793;
    case 3:
     return -3.141592653589793;
    default:
     break block3;
    };
   }
  }
  block4 : {
   $5_1 = $2_1;
   $2_1 = $6_1 & 2147483647 | 0;
   if (!($5_1 | $2_1 | 0)) {
    break block4
   }
   if (($2_1 | 0) == (2146435072 | 0)) {
    if (($3_1 | 0) == (2146435072 | 0)) {
     $0_1 = $4_1 & 2 | 0 ? 2.356194490192345 : .7853981633974483;
     $0_1 = $4_1 & 1 | 0 ? -$0_1 : $0_1;
    } else {
     $0_1 = $4_1 & 2 | 0 ? 3.141592653589793 : 0.0;
     $0_1 = $4_1 & 1 | 0 ? -$0_1 : $0_1;
    }
    return $0_1;
   }
   if (($3_1 | 0) == (2146435072 | 0) | $3_1 >>> 0 > ($2_1 + 67108864 | 0) >>> 0 | 0) {
    break block4
   }
   if ($4_1 & 2 | 0 ? $2_1 >>> 0 > ($3_1 + 67108864 | 0) >>> 0 : 0) {
    $0_1 = 0.0
   } else {
    $0_1 = $6(Math_abs($0_1 / $1_1))
   }
   block9 : {
    switch ($4_1 | 0) {
    case 0:
     return $0_1;
    case 1:
     return -$0_1;
    case 2:
     return 3.141592653589793 - ($0_1 + -1.2246467991473532e-16);
    case 3:
     return $0_1 + -1.2246467991473532e-16 + -3.141592653589793;
    default:
     break block9;
    };
   }
   wasm2js_trap();
  }
  return $4_1 & 1 | 0 ? -1.5707963267948966 : 1.5707963267948966;
 }
 
 function $11($0_1) {
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $4_1 = ($2_1 >>> 20 | 0) & 2047 | 0;
  $2_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_i32(0 | 0, $5_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  if (!$3_1 & $4_1 >>> 0 >= 1049 >>> 0 | 0 | $3_1 | 0) {
   $1_1 = $0($1_1) + .6931471805599453
  } else {
   if (!$3_1 & $4_1 >>> 0 >= 1024 >>> 0 | 0 | $3_1 | 0) {
    $1_1 = $0($1_1 + $1_1 + 1.0 / (Math_sqrt($1_1 * $1_1 + 1.0) + $1_1))
   } else {
    if (!$3_1 & $4_1 >>> 0 >= 997 >>> 0 | 0 | $3_1 | 0) {
     $6_1 = $1_1;
     $1_1 = $1_1 * $1_1;
     $1_1 = $2($6_1 + $1_1 / (Math_sqrt($1_1 + 1.0) + 1.0));
    }
   }
  }
  wasm2js_scratch_store_f64(+$1_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $4_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $5_1 = 0;
  $2_1 = $2_1 & -2147483648 | 0 | $4_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | $5_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  return +wasm2js_scratch_load_f64();
 }
 
 function $12($0_1, $1_1, $2_1) {
  var $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0.0, $8_1 = 0.0, $9_1 = 0, $10_1 = 0.0, $11_1 = 0.0;
  $7_1 = HEAPF64[($0_1 + 6160 | 0) >> 3];
  label3 : while (1) {
   $3_1 = ($2_1 & 2047 | 0) << 21 | 0 | ($1_1 >>> 11 | 0) | 0;
   $4_1 = $2_1 >> 11 | 0;
   $2_1 = $4_1;
   $6_1 = +($3_1 >>> 0) + +($4_1 | 0) * 4294967296.0;
   $3_1 = ($1_1 & 255 | 0) << 4 | 0;
   $1_1 = $3_1 + $0_1 | 0;
   $6_1 = $6_1 * HEAPF64[($1_1 + 8 | 0) >> 3];
   if (HEAPF64[$1_1 >> 3] > Math_abs($6_1)) {
    return $6_1
   }
   if (!$3_1) {
    $8_1 = HEAPF64[($0_1 + 6152 | 0) >> 3];
    block : {
     if ($7_1 == 0.0) {
      label : while (1) {
       $1_1 = global$0$hi;
       $5_1 = global$0$hi + global$3$hi | 0;
       $3_1 = global$0;
       $0_1 = global$3;
       $4_1 = $0_1 + global$0 | 0;
       $0_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
       $3_1 = $3_1 + $0_1 | 0;
       $1_1 = i64toi32_i32$HIGH_BITS + $1_1 | 0;
       $1_1 = $0_1 >>> 0 > $3_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
       $5_1 = global$1;
       $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
       $0_1 = $5_1 << 17 | 0;
       global$2 = global$2 ^ global$0 | 0;
       global$2$hi = global$2$hi ^ global$0$hi | 0;
       global$3 = global$3 ^ global$1 | 0;
       global$3$hi = global$3$hi ^ global$1$hi | 0;
       global$1 = global$1 ^ global$2 | 0;
       global$1$hi = global$1$hi ^ global$2$hi | 0;
       global$0 = global$0 ^ global$3 | 0;
       global$0$hi = global$0$hi ^ global$3$hi | 0;
       global$2 = $0_1 ^ global$2 | 0;
       global$2$hi = $4_1 ^ global$2$hi | 0;
       global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
       global$3$hi = i64toi32_i32$HIGH_BITS;
       $7_1 = -$0((+((($1_1 & 2047 | 0) << 21 | 0 | ($3_1 >>> 11 | 0) | 0) >>> 0) + +($1_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16) / $8_1;
       $1_1 = global$0$hi;
       $5_1 = global$0$hi + global$3$hi | 0;
       $3_1 = global$0;
       $0_1 = global$3;
       $4_1 = $0_1 + global$0 | 0;
       $0_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
       $4_1 = $3_1 + $0_1 | 0;
       $3_1 = i64toi32_i32$HIGH_BITS + $1_1 | 0;
       $3_1 = $0_1 >>> 0 > $4_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
       $1_1 = $4_1;
       $5_1 = global$1;
       $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
       $0_1 = $5_1 << 17 | 0;
       global$2 = global$2 ^ global$0 | 0;
       global$2$hi = global$2$hi ^ global$0$hi | 0;
       global$3 = global$3 ^ global$1 | 0;
       global$3$hi = global$3$hi ^ global$1$hi | 0;
       global$1 = global$1 ^ global$2 | 0;
       global$1$hi = global$1$hi ^ global$2$hi | 0;
       global$0 = global$0 ^ global$3 | 0;
       global$0$hi = global$0$hi ^ global$3$hi | 0;
       global$2 = $0_1 ^ global$2 | 0;
       global$2$hi = $4_1 ^ global$2$hi | 0;
       global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
       global$3$hi = i64toi32_i32$HIGH_BITS;
       $6_1 = $8_1 + $7_1;
       $10_1 = -$0((+((($3_1 & 2047 | 0) << 21 | 0 | ($1_1 >>> 11 | 0) | 0) >>> 0) + +($3_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16);
       if (!($10_1 + $10_1 > $7_1 * $7_1)) {
        continue label
       }
       break block;
      }
     }
     if ($7_1 > 2.0) {
      label1 : while (1) {
       $1_1 = global$0$hi;
       $5_1 = global$0$hi + global$3$hi | 0;
       $9_1 = global$0;
       $0_1 = global$3;
       $4_1 = $0_1 + global$0 | 0;
       $3_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
       $0_1 = $9_1 + $3_1 | 0;
       $1_1 = i64toi32_i32$HIGH_BITS + $1_1 | 0;
       $1_1 = $0_1 >>> 0 < $3_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
       $5_1 = global$1;
       $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
       $3_1 = $5_1 << 17 | 0;
       global$2 = global$2 ^ global$0 | 0;
       global$2$hi = global$2$hi ^ global$0$hi | 0;
       global$3 = global$3 ^ global$1 | 0;
       global$3$hi = global$3$hi ^ global$1$hi | 0;
       global$1 = global$1 ^ global$2 | 0;
       global$1$hi = global$1$hi ^ global$2$hi | 0;
       global$0 = global$0 ^ global$3 | 0;
       global$0$hi = global$0$hi ^ global$3$hi | 0;
       global$2 = $3_1 ^ global$2 | 0;
       global$2$hi = $4_1 ^ global$2$hi | 0;
       global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
       global$3$hi = i64toi32_i32$HIGH_BITS;
       $6_1 = Math_sqrt($7_1 * (($8_1 * $8_1 / $7_1 + 1.0) * $1(-2.0 / ($7_1 + -1.0) * $0((+((($1_1 & 2047 | 0) << 21 | 0 | ($0_1 >>> 11 | 0) | 0) >>> 0) + +($1_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16)) + -1.0));
       $1_1 = global$0$hi;
       $5_1 = global$0$hi + global$3$hi | 0;
       $3_1 = global$0;
       $0_1 = global$3;
       $4_1 = $0_1 + global$0 | 0;
       $0_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
       $4_1 = $3_1 + $0_1 | 0;
       $3_1 = i64toi32_i32$HIGH_BITS + $1_1 | 0;
       $3_1 = $0_1 >>> 0 > $4_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
       $1_1 = $4_1;
       $5_1 = global$1;
       $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
       $0_1 = $5_1 << 17 | 0;
       global$2 = global$2 ^ global$0 | 0;
       global$2$hi = global$2$hi ^ global$0$hi | 0;
       global$3 = global$3 ^ global$1 | 0;
       global$3$hi = global$3$hi ^ global$1$hi | 0;
       global$1 = global$1 ^ global$2 | 0;
       global$1$hi = global$1$hi ^ global$2$hi | 0;
       global$0 = global$0 ^ global$3 | 0;
       global$0$hi = global$0$hi ^ global$3$hi | 0;
       global$2 = $0_1 ^ global$2 | 0;
       global$2$hi = $4_1 ^ global$2$hi | 0;
       global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
       global$3$hi = i64toi32_i32$HIGH_BITS;
       if (!($8_1 > (+((($3_1 & 2047 | 0) << 21 | 0 | ($1_1 >>> 11 | 0) | 0) >>> 0) + +($3_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16 * $6_1)) {
        continue label1
       }
       break block;
      }
     }
     label2 : while (1) {
      $1_1 = global$0$hi;
      $5_1 = global$0$hi + global$3$hi | 0;
      $9_1 = global$0;
      $0_1 = global$3;
      $4_1 = $0_1 + global$0 | 0;
      $3_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
      $0_1 = $9_1 + $3_1 | 0;
      $1_1 = i64toi32_i32$HIGH_BITS + $1_1 | 0;
      $1_1 = $0_1 >>> 0 < $3_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
      $5_1 = global$1;
      $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
      $3_1 = $5_1 << 17 | 0;
      global$2 = global$2 ^ global$0 | 0;
      global$2$hi = global$2$hi ^ global$0$hi | 0;
      global$3 = global$3 ^ global$1 | 0;
      global$3$hi = global$3$hi ^ global$1$hi | 0;
      global$1 = global$1 ^ global$2 | 0;
      global$1$hi = global$1$hi ^ global$2$hi | 0;
      global$0 = global$0 ^ global$3 | 0;
      global$0$hi = global$0$hi ^ global$3$hi | 0;
      global$2 = $3_1 ^ global$2 | 0;
      global$2$hi = $4_1 ^ global$2$hi | 0;
      global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
      global$3$hi = i64toi32_i32$HIGH_BITS;
      $6_1 = $8_1 * $1(-$0((+((($1_1 & 2047 | 0) << 21 | 0 | ($0_1 >>> 11 | 0) | 0) >>> 0) + +($1_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16) / $7_1);
      $3_1 = global$0$hi;
      $5_1 = global$0$hi + global$3$hi | 0;
      $9_1 = global$0;
      $0_1 = global$3;
      $4_1 = $0_1 + global$0 | 0;
      $1_1 = __wasm_rotl_i64($4_1, $0_1 >>> 0 > $4_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
      $0_1 = $9_1 + $1_1 | 0;
      $3_1 = i64toi32_i32$HIGH_BITS + $3_1 | 0;
      $3_1 = $0_1 >>> 0 < $1_1 >>> 0 ? $3_1 + 1 | 0 : $3_1;
      $5_1 = global$1;
      $4_1 = global$1$hi << 17 | 0 | ($5_1 >>> 15 | 0) | 0;
      $1_1 = $5_1 << 17 | 0;
      global$2 = global$2 ^ global$0 | 0;
      global$2$hi = global$2$hi ^ global$0$hi | 0;
      global$3 = global$3 ^ global$1 | 0;
      global$3$hi = global$3$hi ^ global$1$hi | 0;
      global$1 = global$1 ^ global$2 | 0;
      global$1$hi = global$1$hi ^ global$2$hi | 0;
      global$0 = global$0 ^ global$3 | 0;
      global$0$hi = global$0$hi ^ global$3$hi | 0;
      global$2 = $1_1 ^ global$2 | 0;
      global$2$hi = $4_1 ^ global$2$hi | 0;
      global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
      global$3$hi = i64toi32_i32$HIGH_BITS;
      if (!($1(($7_1 + 1.0) * -.5 * $2($7_1 / ($6_1 * $6_1))) > (+((($3_1 & 2047 | 0) << 21 | 0 | ($0_1 >>> 11 | 0) | 0) >>> 0) + +($3_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16)) {
       continue label2
      }
      break label2;
     };
    }
    return ($2_1 | 0) < (0 | 0) ? -$6_1 : $6_1;
   }
   $1_1 = ($0_1 + 4096 | 0) + ($3_1 >>> 1 | 0) | 0;
   $8_1 = HEAPF64[$1_1 >> 3];
   $10_1 = HEAPF64[($1_1 + 8 | 0) >> 3];
   $4_1 = global$0$hi;
   $5_1 = global$0$hi + global$3$hi | 0;
   $2_1 = global$0;
   $1_1 = global$3;
   $3_1 = $1_1 + global$0 | 0;
   $3_1 = __wasm_rotl_i64($3_1, $1_1 >>> 0 > $3_1 >>> 0 ? $5_1 + 1 | 0 : $5_1, 23);
   $2_1 = $2_1 + $3_1 | 0;
   $1_1 = i64toi32_i32$HIGH_BITS + $4_1 | 0;
   $1_1 = $2_1 >>> 0 < $3_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
   $4_1 = global$1;
   $3_1 = global$1$hi << 17 | 0 | ($4_1 >>> 15 | 0) | 0;
   $4_1 = $4_1 << 17 | 0;
   global$2 = global$2 ^ global$0 | 0;
   global$2$hi = global$2$hi ^ global$0$hi | 0;
   global$3 = global$3 ^ global$1 | 0;
   global$3$hi = global$3$hi ^ global$1$hi | 0;
   global$1 = global$1 ^ global$2 | 0;
   global$1$hi = global$1$hi ^ global$2$hi | 0;
   global$0 = global$0 ^ global$3 | 0;
   global$0$hi = global$0$hi ^ global$3$hi | 0;
   global$2 = $4_1 ^ global$2 | 0;
   global$2$hi = $3_1 ^ global$2$hi | 0;
   global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
   global$3$hi = i64toi32_i32$HIGH_BITS;
   block1 : {
    if ($7_1 == 0.0) {
     $11_1 = $1($6_1 * -.5 * $6_1);
     break block1;
    }
    $11_1 = $1(($7_1 + 1.0) * -.5 * $2($6_1 * $6_1 / $7_1));
   }
   if (!($11_1 > $8_1 + (+((($1_1 & 2047 | 0) << 21 | 0 | ($2_1 >>> 11 | 0) | 0) >>> 0) + +($1_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16 * ($10_1 - $8_1))) {
    $2_1 = global$0$hi;
    $4_1 = global$0$hi + global$3$hi | 0;
    $9_1 = global$0;
    $1_1 = global$3;
    $5_1 = $1_1 + global$0 | 0;
    $3_1 = __wasm_rotl_i64($5_1, $1_1 >>> 0 > $5_1 >>> 0 ? $4_1 + 1 | 0 : $4_1, 23);
    $1_1 = $9_1 + $3_1 | 0;
    $2_1 = i64toi32_i32$HIGH_BITS + $2_1 | 0;
    $2_1 = $1_1 >>> 0 < $3_1 >>> 0 ? $2_1 + 1 | 0 : $2_1;
    $4_1 = global$1;
    $3_1 = global$1$hi << 17 | 0 | ($4_1 >>> 15 | 0) | 0;
    $4_1 = $4_1 << 17 | 0;
    global$2 = global$2 ^ global$0 | 0;
    global$2$hi = global$2$hi ^ global$0$hi | 0;
    global$3 = global$3 ^ global$1 | 0;
    global$3$hi = global$3$hi ^ global$1$hi | 0;
    global$1 = global$1 ^ global$2 | 0;
    global$1$hi = global$1$hi ^ global$2$hi | 0;
    global$0 = global$0 ^ global$3 | 0;
    global$0$hi = global$0$hi ^ global$3$hi | 0;
    global$2 = $4_1 ^ global$2 | 0;
    global$2$hi = $3_1 ^ global$2$hi | 0;
    global$3 = __wasm_rotl_i64(global$3, global$3$hi, 45);
    global$3$hi = i64toi32_i32$HIGH_BITS;
    continue label3;
   }
   break label3;
  };
  return $6_1;
 }
 
 function $13($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  if ($2_1 >>> 0 > 1071748074 >>> 0) {
   if ($2_1 >>> 0 > 1077149696 >>> 0) {
    $1_1 = 1.0 - 0.0 / $1_1
   } else {
    $1_1 = 1.0 - 2.0 / ($3($1_1 + $1_1) + 2.0)
   }
  } else {
   if ($2_1 >>> 0 > 1070618798 >>> 0) {
    $1_1 = $3($1_1 + $1_1);
    $1_1 = $1_1 / ($1_1 + 2.0);
   } else {
    if ($2_1 >>> 0 >= 1048576 >>> 0) {
     $1_1 = $3($1_1 * -2.0);
     $1_1 = -$1_1 / ($1_1 + 2.0);
    }
   }
  }
  wasm2js_scratch_store_f64(+$1_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $4_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $5_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = 0;
  $2_1 = $2_1 & -2147483648 | 0 | $5_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | $4_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  return +(+wasm2js_scratch_load_f64());
 }
 
 function $14($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0.0, $6_1 = 0, $7_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $7_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $2_1 & 2147483647 | 0;
  __inlined_func$38 : {
   if ($3_1 >>> 0 <= 1072243195 >>> 0) {
    $1_1 = $0_1;
    if ($3_1 >>> 0 < 1044381696 >>> 0) {
     break __inlined_func$38
    }
    $1_1 = $8($0_1, 0.0, 1);
    break __inlined_func$38;
   }
   $1_1 = $0_1 - $0_1;
   if ($3_1 >>> 0 >= 2146435072 >>> 0) {
    break __inlined_func$38
   }
   $6_1 = $2_1 >>> 31 | 0;
   $3_1 = $2_1 & 2147483647 | 0;
   block : {
    if ($3_1 >>> 0 < 1073928572 >>> 0) {
     $2_1 = 1;
     if ($6_1) {
      $0_1 = $0_1 + 1.5707963267341256;
      $2_1 = -1;
      if (($3_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + 6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + 6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + 6.077100506303966e-11;
       $1_1 = $0_1 + 2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + 2.0222662487959506e-21;
      }
     } else {
      $0_1 = $0_1 + -1.5707963267341256;
      if (($3_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + -6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + -6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + -6.077100506303966e-11;
       $1_1 = $0_1 + -2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + -2.0222662487959506e-21;
      }
     }
     global$7 = $1_1;
     global$8 = $0_1;
     break block;
    }
    if ($3_1 >>> 0 < 1094263291 >>> 0) {
     $2_1 = $3_1 >>> 20 | 0;
     $5_1 = __wasm_nearest_f64($0_1 * .6366197723675814);
     $1_1 = $0_1 - $5_1 * 1.5707963267341256;
     $4_1 = $5_1 * 6.077100506506192e-11;
     $0_1 = $1_1 - $4_1;
     wasm2js_scratch_store_f64(+$0_1);
     $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
     wasm2js_scratch_load_i32(0 | 0) | 0;
     if (($2_1 - (($3_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 16 >>> 0) {
      $4_1 = $1_1;
      $0_1 = $5_1 * 6.077100506303966e-11;
      $1_1 = $1_1 - $0_1;
      $4_1 = $5_1 * 2.0222662487959506e-21 - ($4_1 - $1_1 - $0_1);
      $0_1 = $1_1 - $4_1;
      wasm2js_scratch_store_f64(+$0_1);
      $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      wasm2js_scratch_load_i32(0 | 0) | 0;
      if (($2_1 - (($3_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 49 >>> 0) {
       $4_1 = $1_1;
       $0_1 = $5_1 * 2.0222662487111665e-21;
       $1_1 = $1_1 - $0_1;
       $4_1 = $5_1 * 8.4784276603689e-32 - ($4_1 - $1_1 - $0_1);
       $0_1 = $1_1 - $4_1;
      }
     }
     global$7 = $0_1;
     global$8 = $1_1 - $0_1 - $4_1;
     $2_1 = ~~$5_1;
     break block;
    }
    $2_1 = $5($7_1, $2_1);
    $2_1 = $6_1 ? 0 - $2_1 | 0 : $2_1;
   }
   $1_1 = $8(global$7, global$8, 1 - (($2_1 & 1 | 0) << 1 | 0) | 0);
  }
  return +$1_1;
 }
 
 function $15($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0, $7_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $2_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $3_1 & 2147483647 | 0;
  wasm2js_scratch_store_i32(0 | 0, $2_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $3_1 | 0);
  $1_1 = +wasm2js_scratch_load_f64();
  wasm2js_scratch_store_f64(+(.5));
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $6_1 & -2147483648 | 0 | $2_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $5_1 | $7_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  $4_1 = +wasm2js_scratch_load_f64();
  block : {
   if ($3_1 >>> 0 < 1082535490 >>> 0) {
    $1_1 = $3($1_1);
    if ($3_1 >>> 0 < 1072693248 >>> 0) {
     if ($3_1 >>> 0 < 1045430272 >>> 0) {
      break block
     }
     $0_1 = $4_1 * ($1_1 + $1_1 - $1_1 * $1_1 / ($1_1 + 1.0));
     break block;
    }
    $0_1 = $4_1 * ($1_1 + $1_1 / ($1_1 + 1.0));
    break block;
   }
   $0_1 = $1($1_1 + -1416.0996898839683) * (($4_1 + $4_1) * 2247116418577894884661631.0e283) * 2247116418577894884661631.0e283;
  }
  return +$0_1;
 }
 
 function $16($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0.0, $4_1 = 0, $5_1 = 0.0, $6_1 = 0, $7_1 = 0.0, $8_1 = 0.0, $9_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $9_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $4_1 = $2_1 & 2147483647 | 0;
  __inlined_func$39$1 : {
   if ($4_1 >>> 0 <= 1072243195 >>> 0) {
    $1_1 = $0_1;
    if ($4_1 >>> 0 < 1045430272 >>> 0) {
     break __inlined_func$39$1
    }
    $1_1 = $0_1 * $0_1;
    $1_1 = $0_1 + $1_1 * $0_1 * ($1_1 * ($1_1 * ($1_1 * 2.7557313707070068e-06 + -1.984126982985795e-04) + .00833333333332249 + $1_1 * ($1_1 * $1_1) * ($1_1 * 1.58969099521155e-10 + -2.5050760253406863e-08)) + -.16666666666666632);
    break __inlined_func$39$1;
   }
   $1_1 = $0_1 - $0_1;
   if ($4_1 >>> 0 >= 2146435072 >>> 0) {
    break __inlined_func$39$1
   }
   $6_1 = $2_1 >>> 31 | 0;
   $4_1 = $2_1 & 2147483647 | 0;
   block : {
    if ($4_1 >>> 0 < 1073928572 >>> 0) {
     $2_1 = 1;
     if ($6_1) {
      $0_1 = $0_1 + 1.5707963267341256;
      $2_1 = -1;
      if (($4_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + 6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + 6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + 6.077100506303966e-11;
       $1_1 = $0_1 + 2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + 2.0222662487959506e-21;
      }
     } else {
      $0_1 = $0_1 + -1.5707963267341256;
      if (($4_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + -6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + -6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + -6.077100506303966e-11;
       $1_1 = $0_1 + -2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + -2.0222662487959506e-21;
      }
     }
     global$7 = $1_1;
     global$8 = $0_1;
     break block;
    }
    if ($4_1 >>> 0 < 1094263291 >>> 0) {
     $2_1 = $4_1 >>> 20 | 0;
     $5_1 = __wasm_nearest_f64($0_1 * .6366197723675814);
     $1_1 = $0_1 - $5_1 * 1.5707963267341256;
     $3_1 = $5_1 * 6.077100506506192e-11;
     $0_1 = $1_1 - $3_1;
     wasm2js_scratch_store_f64(+$0_1);
     $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
     wasm2js_scratch_load_i32(0 | 0) | 0;
     if (($2_1 - (($4_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 16 >>> 0) {
      $3_1 = $1_1;
      $0_1 = $5_1 * 6.077100506303966e-11;
      $1_1 = $1_1 - $0_1;
      $3_1 = $5_1 * 2.0222662487959506e-21 - ($3_1 - $1_1 - $0_1);
      $0_1 = $1_1 - $3_1;
      wasm2js_scratch_store_f64(+$0_1);
      $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      wasm2js_scratch_load_i32(0 | 0) | 0;
      if (($2_1 - (($4_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 49 >>> 0) {
       $3_1 = $1_1;
       $0_1 = $5_1 * 2.0222662487111665e-21;
       $1_1 = $1_1 - $0_1;
       $3_1 = $5_1 * 8.4784276603689e-32 - ($3_1 - $1_1 - $0_1);
       $0_1 = $1_1 - $3_1;
      }
     }
     global$7 = $0_1;
     global$8 = $1_1 - $0_1 - $3_1;
     $2_1 = ~~$5_1;
     break block;
    }
    $2_1 = $5($9_1, $2_1);
    $2_1 = $6_1 ? 0 - $2_1 | 0 : $2_1;
   }
   $1_1 = global$7;
   $5_1 = global$8;
   if ($2_1 & 1 | 0) {
    $0_1 = $1_1 * $1_1;
    $3_1 = $0_1 * $0_1;
    $7_1 = $0_1 * .5;
    $8_1 = 1.0 - $7_1;
    $0_1 = $8_1 + (1.0 - $8_1 - $7_1 + ($0_1 * ($0_1 * ($0_1 * ($0_1 * 2.480158728947673e-05 + -.001388888888887411) + .0416666666666666) + $3_1 * $3_1 * ($0_1 * ($0_1 * -1.1359647557788195e-11 + 2.087572321298175e-09) + -2.7557314351390663e-07)) - $1_1 * $5_1));
   } else {
    $0_1 = $1_1 * $1_1;
    $3_1 = $0_1 * $1_1;
    $0_1 = $1_1 - ($0_1 * ($5_1 * .5 - $3_1 * ($0_1 * ($0_1 * 2.7557313707070068e-06 + -1.984126982985795e-04) + .00833333333332249 + $0_1 * ($0_1 * $0_1) * ($0_1 * 1.58969099521155e-10 + -2.5050760253406863e-08))) - $5_1 - $3_1 * -.16666666666666632);
   }
   $1_1 = $2_1 & 2 | 0 ? -$0_1 : $0_1;
  }
  return +$1_1;
 }
 
 function $17($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0.0, $8_1 = 0.0, $9_1 = 0.0, $10_1 = 0, $11_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  block : {
   if (($2_1 - 1072604335 | 0) >>> 0 < 135338 >>> 0) {
    $0_1 = $0_1 + -1.0;
    wasm2js_scratch_store_f64(+$0_1);
    $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_load_i32(0 | 0) | 0;
    wasm2js_scratch_store_i32(0 | 0, 0 | 0);
    wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
    $4_1 = +wasm2js_scratch_load_f64();
    $6_1 = $4_1 * 1.4426950407214463;
    $1_1 = $0_1 * $0_1;
    $7_1 = $1_1 * $1_1;
    $8_1 = $1_1 * ($0_1 * .48089834696298744 + -.7213475204444817);
    $9_1 = $6_1 + $8_1;
    $1_1 = $9_1 + (($0_1 - $4_1) * 1.4426950407214463 + $0_1 * 1.6751713164886512e-10 + ($6_1 - $9_1 + $8_1) + $7_1 * ($0_1 * .2885390081805197 + -.360673760222145 + $1_1 * ($0_1 * .2060992861022954 + -.24044917405728863) + $7_1 * ($0_1 * .1603032746063156 + -.18033596705327856 + $1_1 * ($0_1 * .13046826811283835 + -.14483316576701266))));
    break block;
   }
   $3_1 = $2_1 >>> 16 | 0;
   if (($3_1 - 16 | 0) >>> 0 >= 32736 >>> 0) {
    $1_1 = -1.0 / ($0_1 * $0_1);
    if (!($2_1 << 1 | 0 | ($5_1 >>> 31 | 0) | 0 | ($5_1 << 1 | 0) | 0)) {
     break block
    }
    $1_1 = $0_1;
    if (!$5_1 & ($2_1 | 0) == (2146435072 | 0) | 0) {
     break block
    }
    if ($3_1 & 32768 | 0 ? 1 : ($3_1 & 32752 | 0 | 0) == (32752 | 0)) {
     $0_1 = $0_1 - $0_1;
     $1_1 = $0_1 / $0_1;
     break block;
    }
    wasm2js_scratch_store_f64(+($0_1 * 4503599627370496.0));
    $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
    $2_1 = $2_1 - 54525952 | 0;
   }
   $3_1 = $2_1 - 1072037888 | 0;
   $10_1 = (($3_1 >>> 14 | 0) & 63 | 0) << 4 | 0;
   $11_1 = $10_1 + 12e3 | 0;
   $2_1 = $2_1 - ($3_1 & -1048576 | 0) | 0;
   $1_1 = +(($3_1 >> 20 | 0) >>> 0) + +($3_1 >> 31 | 0 | 0) * 4294967296.0 + HEAPF64[($11_1 + 8 | 0) >> 3];
   $4_1 = $1_1;
   wasm2js_scratch_store_i32(0 | 0, $5_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $0_1 = +wasm2js_scratch_load_f64();
   $2_1 = $10_1 + 13024 | 0;
   $0_1 = ($0_1 - HEAPF64[$2_1 >> 3] - HEAPF64[($2_1 + 8 | 0) >> 3]) * HEAPF64[$11_1 >> 3];
   wasm2js_scratch_store_f64(+$0_1);
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   wasm2js_scratch_load_i32(0 | 0) | 0;
   wasm2js_scratch_store_i32(0 | 0, 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $1_1 = +wasm2js_scratch_load_f64();
   $6_1 = $1_1 * 1.4426950407214463;
   $7_1 = $4_1 + $6_1;
   $4_1 = $4_1 - $7_1 + $6_1 + (($0_1 - $1_1) * 1.4426950407214463 + $0_1 * 1.6751713164886512e-10);
   $1_1 = $0_1 * $0_1;
   $1_1 = $4_1 + $1_1 * ($0_1 * .4808983469629985 + -.7213475204444882 + $1_1 * ($0_1 * .2885390073180969 + -.36067375954075914) + $1_1 * $1_1 * ($0_1 * .2061202382173603 + -.2404693555628422)) + $7_1;
  }
  return +$1_1;
 }
 
 function $18($0_1) {
  $0_1 = +$0_1;
  return +$2($0_1);
 }
 
 function $19($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0.0, $4_1 = 0.0, $5_1 = 0.0, $6_1 = 0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $6_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $7_1 = $2_1 >>> 31 | 0;
  block : {
   if ($7_1 | $2_1 >>> 0 < 1048576 >>> 0 | 0) {
    $1_1 = -1.0 / ($0_1 * $0_1);
    if (!($2_1 << 1 | 0 | ($6_1 >>> 31 | 0) | 0 | ($6_1 << 1 | 0) | 0)) {
     break block
    }
    $1_1 = ($0_1 - $0_1) / 0.0;
    if ($7_1) {
     break block
    }
    $9_1 = -54;
    wasm2js_scratch_store_f64(+($0_1 * 18014398509481984.0));
    $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    $6_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   } else {
    if ($2_1 >>> 0 >= 2146435072 >>> 0) {
     $1_1 = $0_1;
     break block;
    } else {
     $1_1 = 0.0;
     if (!$6_1 & ($2_1 | 0) == (1072693248 | 0) | 0) {
      break block
     }
    }
   }
   $7_1 = $2_1 + 614242 | 0;
   $2_1 = ($7_1 & 1048575 | 0) + 1072079006 | 0;
   wasm2js_scratch_store_i32(0 | 0, $6_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $1_1 = +wasm2js_scratch_load_f64() + -1.0;
   $3_1 = $1_1 * .5 * $1_1;
   $4_1 = $1_1 / ($1_1 + 2.0);
   $5_1 = $4_1 * $4_1;
   $0_1 = $5_1 * $5_1;
   wasm2js_scratch_store_f64(+($1_1 - $3_1));
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   wasm2js_scratch_load_i32(0 | 0) | 0;
   wasm2js_scratch_store_i32(0 | 0, 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $8_1 = $1_1;
   $1_1 = +wasm2js_scratch_load_f64();
   $0_1 = $8_1 - $1_1 - $3_1 + $4_1 * ($3_1 + ($5_1 * ($0_1 * ($0_1 * ($0_1 * .14798198605116586 + .1818357216161805) + .2857142874366239) + .6666666666666735) + $0_1 * ($0_1 * ($0_1 * .15313837699209373 + .22222198432149784) + .3999999999940942)));
   $4_1 = +((($7_1 >>> 20 | 0) - 1023 | 0) + $9_1 | 0 | 0);
   $5_1 = $4_1 * .30102999566361177;
   $8_1 = $1_1 * .4342944818781689;
   $3_1 = $5_1 + $8_1;
   $1_1 = $4_1 * 3.694239077158931e-13 + ($0_1 + $1_1) * 2.5082946711645275e-11 + $0_1 * .4342944818781689 + ($5_1 - $3_1 + $8_1) + $3_1;
  }
  return +$1_1;
 }
 
 function $20($0_1) {
  $0_1 = +$0_1;
  return +$0($0_1);
 }
 
 function $21($0_1) {
  $0_1 = +$0_1;
  return +$3($0_1);
 }
 
 function $22($0_1) {
  $0_1 = +$0_1;
  return +$1($0_1);
 }
 
 function $23($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0, $2_1 = 0.0, $3_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $1_1 = $1_1 & 2147483647 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | 0);
  wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
  $0_1 = +wasm2js_scratch_load_f64();
  block : {
   if ($1_1 >>> 0 < 1072049730 >>> 0) {
    $2_1 = 1.0;
    if ($1_1 >>> 0 < 1045430272 >>> 0) {
     break block
    }
    $0_1 = $3($0_1);
    $2_1 = $0_1 * $0_1 / ($0_1 + $0_1 + 2.0) + 1.0;
    break block;
   }
   if ($1_1 >>> 0 < 1082535490 >>> 0) {
    $0_1 = $1($0_1);
    $2_1 = ($0_1 + 1.0 / $0_1) * .5;
    break block;
   }
   $2_1 = $1($0_1 + -1416.0996898839683) * 2247116418577894884661631.0e283 * 2247116418577894884661631.0e283;
  }
  return +$2_1;
 }
 
 function $24($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0.0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $9_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $5_1 = $3_1 & 2147483647 | 0;
  __inlined_func$42$3 : {
   if ($5_1 >>> 0 <= 1072243195 >>> 0) {
    $1_1 = 1.0;
    if ($5_1 >>> 0 < 1044816030 >>> 0) {
     break __inlined_func$42$3
    }
    $1_1 = $0_1 * $0_1;
    $4_1 = $1_1 * $1_1;
    $2_1 = $1_1 * .5;
    $6_1 = 1.0 - $2_1;
    $1_1 = $6_1 + (1.0 - $6_1 - $2_1 + ($1_1 * ($1_1 * ($1_1 * ($1_1 * 2.480158728947673e-05 + -.001388888888887411) + .0416666666666666) + $4_1 * $4_1 * ($1_1 * ($1_1 * -1.1359647557788195e-11 + 2.087572321298175e-09) + -2.7557314351390663e-07)) - $0_1 * 0.0));
    break __inlined_func$42$3;
   }
   $1_1 = $0_1 - $0_1;
   if ($5_1 >>> 0 >= 2146435072 >>> 0) {
    break __inlined_func$42$3
   }
   $7_1 = $3_1 >>> 31 | 0;
   $5_1 = $3_1 & 2147483647 | 0;
   block : {
    if ($5_1 >>> 0 < 1073928572 >>> 0) {
     $3_1 = 1;
     if ($7_1) {
      $0_1 = $0_1 + 1.5707963267341256;
      $3_1 = -1;
      if (($5_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + 6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + 6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + 6.077100506303966e-11;
       $1_1 = $0_1 + 2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + 2.0222662487959506e-21;
      }
     } else {
      $0_1 = $0_1 + -1.5707963267341256;
      if (($5_1 | 0) != (1073291771 | 0)) {
       $1_1 = $0_1 + -6.077100506506192e-11;
       $0_1 = $0_1 - $1_1 + -6.077100506506192e-11;
      } else {
       $0_1 = $0_1 + -6.077100506303966e-11;
       $1_1 = $0_1 + -2.0222662487959506e-21;
       $0_1 = $0_1 - $1_1 + -2.0222662487959506e-21;
      }
     }
     global$7 = $1_1;
     global$8 = $0_1;
     break block;
    }
    if ($5_1 >>> 0 < 1094263291 >>> 0) {
     $3_1 = $5_1 >>> 20 | 0;
     $4_1 = __wasm_nearest_f64($0_1 * .6366197723675814);
     $1_1 = $0_1 - $4_1 * 1.5707963267341256;
     $2_1 = $4_1 * 6.077100506506192e-11;
     $0_1 = $1_1 - $2_1;
     wasm2js_scratch_store_f64(+$0_1);
     $5_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
     wasm2js_scratch_load_i32(0 | 0) | 0;
     if (($3_1 - (($5_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 16 >>> 0) {
      $2_1 = $1_1;
      $0_1 = $4_1 * 6.077100506303966e-11;
      $1_1 = $1_1 - $0_1;
      $2_1 = $4_1 * 2.0222662487959506e-21 - ($2_1 - $1_1 - $0_1);
      $0_1 = $1_1 - $2_1;
      wasm2js_scratch_store_f64(+$0_1);
      $5_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      wasm2js_scratch_load_i32(0 | 0) | 0;
      if (($3_1 - (($5_1 >>> 20 | 0) & 2047 | 0) | 0) >>> 0 > 49 >>> 0) {
       $2_1 = $1_1;
       $0_1 = $4_1 * 2.0222662487111665e-21;
       $1_1 = $1_1 - $0_1;
       $2_1 = $4_1 * 8.4784276603689e-32 - ($2_1 - $1_1 - $0_1);
       $0_1 = $1_1 - $2_1;
      }
     }
     global$7 = $0_1;
     global$8 = $1_1 - $0_1 - $2_1;
     $3_1 = ~~$4_1;
     break block;
    }
    $3_1 = $5($9_1, $3_1);
    $3_1 = $7_1 ? 0 - $3_1 | 0 : $3_1;
   }
   $1_1 = global$7;
   $4_1 = global$8;
   if ($3_1 & 1 | 0) {
    $0_1 = $1_1 * $1_1;
    $2_1 = $0_1 * $1_1;
    $0_1 = $1_1 - ($0_1 * ($4_1 * .5 - $2_1 * ($0_1 * ($0_1 * 2.7557313707070068e-06 + -1.984126982985795e-04) + .00833333333332249 + $0_1 * ($0_1 * $0_1) * ($0_1 * 1.58969099521155e-10 + -2.5050760253406863e-08))) - $4_1 - $2_1 * -.16666666666666632);
   } else {
    $0_1 = $1_1 * $1_1;
    $2_1 = $0_1 * $0_1;
    $6_1 = $0_1 * .5;
    $8_1 = 1.0 - $6_1;
    $0_1 = $8_1 + (1.0 - $8_1 - $6_1 + ($0_1 * ($0_1 * ($0_1 * ($0_1 * 2.480158728947673e-05 + -.001388888888887411) + .0416666666666666) + $2_1 * $2_1 * ($0_1 * ($0_1 * -1.1359647557788195e-11 + 2.087572321298175e-09) + -2.7557314351390663e-07)) - $1_1 * $4_1));
   }
   $1_1 = ($3_1 + 1 | 0) & 2 | 0 ? -$0_1 : $0_1;
  }
  return +$1_1;
 }
 
 function $25($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0, $2_1 = 0.0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0;
  $2_1 = $0_1 + $0_1;
  wasm2js_scratch_store_f64(+$0_1);
  $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $1_1 = $3_1 & 2147483647 | 0;
  block : {
   if ($1_1 >>> 0 >= 2146435072 >>> 0) {
    break block
   }
   if ($1_1 >>> 0 < 1048576 >>> 0) {
    wasm2js_scratch_store_f64(+($0_1 * 18014398509481984.0));
    $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_load_i32(0 | 0) | 0;
    $2_1 = $0_1;
    $1_1 = $3_1 & 2147483647 | 0;
    if (!$1_1) {
     break block
    }
    $1_1 = (($1_1 >>> 0) / (3 >>> 0) | 0) + 696219795 | 0;
   } else {
    $1_1 = (($1_1 >>> 0) / (3 >>> 0) | 0) + 715094163 | 0
   }
   $1_1 = $1_1 | ($3_1 & -2147483648 | 0) | 0;
   wasm2js_scratch_store_i32(0 | 0, 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
   $4_1 = +wasm2js_scratch_load_f64();
   $2_1 = $4_1 * $4_1 * ($4_1 / $0_1);
   wasm2js_scratch_store_f64(+($4_1 * ($2_1 * ($2_1 * 1.6214297201053545 + -1.8849797954337717) + 1.87595182427177 + $2_1 * $2_1 * $2_1 * ($2_1 * .14599619288661245 + -.758397934778766))));
   $1_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $5_1 = $1_1 + 1 | 0;
   $3_1 = (wasm2js_scratch_load_i32(0 | 0) | 0) - -2147483648 | 0;
   $1_1 = $3_1 >>> 0 < -2147483648 >>> 0 ? $5_1 : $1_1;
   wasm2js_scratch_store_i32(0 | 0, $3_1 & -1073741824 | 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $1_1 | 0);
   $2_1 = $0_1;
   $0_1 = +wasm2js_scratch_load_f64();
   $2_1 = $2_1 / ($0_1 * $0_1);
   $2_1 = $0_1 + $0_1 * (($2_1 - $0_1) / ($0_1 + $0_1 + $2_1));
  }
  return +$2_1;
 }
 
 function $26($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0;
  $1_1 = Math_abs($0_1);
  wasm2js_scratch_store_f64(+$0_1);
  $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = ($3_1 >>> 20 | 0) & 2047 | 0;
  if (1 & $3_1 >>> 0 < 1022 >>> 0 | 0) {
   if (!$2_1 & $3_1 >>> 0 >= 991 >>> 0 | 0 | $2_1 | 0) {
    $4_1 = $1_1 + $1_1;
    $1_1 = $2($4_1 + $4_1 * $1_1 / (1.0 - $1_1)) * .5;
   }
  } else {
   $1_1 = $1_1 / (1.0 - $1_1);
   $1_1 = $2($1_1 + $1_1) * .5;
  }
  wasm2js_scratch_store_f64(+$1_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $3_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $2_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $5_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $2_1 = $5_1 & -2147483648 | 0 | $2_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $3_1 | $6_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
  return +(+wasm2js_scratch_load_f64());
 }
 
 function $27($0_1) {
  $0_1 = +$0_1;
  return +$6($0_1);
 }
 
 function $28($0_1) {
  $0_1 = +$0_1;
  return +$11($0_1);
 }
 
 function $29($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0.0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0;
  wasm2js_scratch_store_f64(+$0_1);
  $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $4_1 & 2147483647 | 0;
  __inlined_func$43$4 : {
   if ($3_1 >>> 0 >= 1072693248 >>> 0) {
    $1_1 = $0_1 * 1.5707963267948966 + 7.52316384526264e-37;
    if (!($3_1 - 1072693248 | 0 | $5_1 | 0)) {
     break __inlined_func$43$4
    }
    $1_1 = 0.0 / ($0_1 - $0_1);
    break __inlined_func$43$4;
   }
   if ($3_1 >>> 0 < 1071644672 >>> 0) {
    $1_1 = $0_1;
    if ($3_1 >>> 0 < 1045430272 >>> 0 & $3_1 >>> 0 >= 1048576 >>> 0 | 0) {
     break __inlined_func$43$4
    }
    $0_1 = $0_1 * $0_1;
    $1_1 = $1_1 + $1_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * 3.479331075960212e-05 + 7.915349942898145e-04) + -.04005553450067941) + .20121253213486293) + -.3255658186224009) + .16666666666666666) / ($0_1 * ($0_1 * ($0_1 * ($0_1 * .07703815055590194 + -.6882839716054533) + 2.0209457602335057) + -2.403394911734414) + 1.0));
    break __inlined_func$43$4;
   }
   $0_1 = .5 - Math_abs($0_1) * .5;
   $2_1 = Math_sqrt($0_1);
   $1_1 = $0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * 3.479331075960212e-05 + 7.915349942898145e-04) + -.04005553450067941) + .20121253213486293) + -.3255658186224009) + .16666666666666666) / ($0_1 * ($0_1 * ($0_1 * ($0_1 * .07703815055590194 + -.6882839716054533) + 2.0209457602335057) + -2.403394911734414) + 1.0);
   if ($3_1 >>> 0 >= 1072640819 >>> 0) {
    $0_1 = $2_1 + $2_1 * $1_1;
    $0_1 = 1.5707963267948966 - ($0_1 + $0_1 + -6.123233995736766e-17);
   } else {
    wasm2js_scratch_store_f64(+$2_1);
    $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_load_i32(0 | 0) | 0;
    wasm2js_scratch_store_i32(0 | 0, 0 | 0);
    wasm2js_scratch_store_i32(1 | 0, $3_1 | 0);
    $6_1 = ($2_1 + $2_1) * $1_1;
    $1_1 = $0_1;
    $0_1 = +wasm2js_scratch_load_f64();
    $2_1 = ($1_1 - $0_1 * $0_1) / ($2_1 + $0_1);
    $0_1 = .7853981633974483 - ($6_1 - (6.123233995736766e-17 - ($2_1 + $2_1)) - (.7853981633974483 - ($0_1 + $0_1)));
   }
   $1_1 = ($4_1 | 0) < (0 | 0) ? -$0_1 : $0_1;
  }
  return +$1_1;
 }
 
 function $30($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0;
  $1_1 = ($0_1 - $0_1) / 0.0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  block : {
   if (($2_1 | 0) < (1072693248 | 0)) {
    break block
   }
   $3_1 = ($2_1 >>> 20 | 0) & 2047 | 0;
   $2_1 = 0;
   if (1 & $3_1 >>> 0 < 1024 >>> 0 | 0) {
    $0_1 = $0_1 + -1.0;
    $1_1 = $2($0_1 + Math_sqrt($0_1 * $0_1 + ($0_1 + $0_1)));
    break block;
   }
   if (!$2_1 & $3_1 >>> 0 < 1049 >>> 0 | 0) {
    $1_1 = $0($0_1 + $0_1 - 1.0 / ($0_1 + Math_sqrt($0_1 * $0_1 + -1.0)));
    break block;
   }
   $1_1 = $0($0_1) + .6931471805599453;
  }
  return +$1_1;
 }
 
 function $31($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0, $3_1 = 0, $4_1 = 0.0, $5_1 = 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $2_1 & 2147483647 | 0;
  __inlined_func$44$5 : {
   if ($3_1 >>> 0 >= 1072693248 >>> 0) {
    if (!($3_1 - 1072693248 | 0 | $5_1 | 0)) {
     $1_1 = 3.141592653589793;
     if (($2_1 | 0) < (0 | 0)) {
      break __inlined_func$44$5
     }
     $1_1 = 0.0;
     break __inlined_func$44$5;
    }
    $1_1 = 0.0 / ($0_1 - $0_1);
    break __inlined_func$44$5;
   }
   if ($3_1 >>> 0 < 1071644672 >>> 0) {
    $1_1 = 1.5707963267948966;
    if ($3_1 >>> 0 <= 1012924416 >>> 0) {
     break __inlined_func$44$5
    }
    $1_1 = $0_1;
    $0_1 = $0_1 * $0_1;
    $1_1 = 1.5707963267948966 - ($1_1 - (6.123233995736766e-17 - $1_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * 3.479331075960212e-05 + 7.915349942898145e-04) + -.04005553450067941) + .20121253213486293) + -.3255658186224009) + .16666666666666666) / ($0_1 * ($0_1 * ($0_1 * ($0_1 * .07703815055590194 + -.6882839716054533) + 2.0209457602335057) + -2.403394911734414) + 1.0))));
    break __inlined_func$44$5;
   }
   if (($2_1 | 0) < (0 | 0)) {
    $0_1 = $0_1 * .5 + .5;
    $1_1 = Math_sqrt($0_1);
    $0_1 = 1.5707963267948966 - ($1_1 + ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * 3.479331075960212e-05 + 7.915349942898145e-04) + -.04005553450067941) + .20121253213486293) + -.3255658186224009) + .16666666666666666) / ($0_1 * ($0_1 * ($0_1 * ($0_1 * .07703815055590194 + -.6882839716054533) + 2.0209457602335057) + -2.403394911734414) + 1.0) * $1_1 + -6.123233995736766e-17));
    $1_1 = $0_1 + $0_1;
    break __inlined_func$44$5;
   }
   $0_1 = .5 - $0_1 * .5;
   $4_1 = Math_sqrt($0_1);
   wasm2js_scratch_store_f64(+$4_1);
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   wasm2js_scratch_load_i32(0 | 0) | 0;
   wasm2js_scratch_store_i32(0 | 0, 0 | 0);
   wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
   $1_1 = +wasm2js_scratch_load_f64();
   $0_1 = $1_1 + ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * ($0_1 * 3.479331075960212e-05 + 7.915349942898145e-04) + -.04005553450067941) + .20121253213486293) + -.3255658186224009) + .16666666666666666) / ($0_1 * ($0_1 * ($0_1 * ($0_1 * .07703815055590194 + -.6882839716054533) + 2.0209457602335057) + -2.403394911734414) + 1.0) * $4_1 + ($0_1 - $1_1 * $1_1) / ($4_1 + $1_1));
   $1_1 = $0_1 + $0_1;
  }
  return +$1_1;
 }
 
 function $32($0_1, $1_1) {
  $0_1 = +$0_1;
  $1_1 = +$1_1;
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0.0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0, $9_1 = 0.0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0.0, $15_1 = 0, $16_1 = 0, $17_1 = 0.0, $18_1 = 0.0, $19_1 = 0.0, $20_1 = 0.0, $21_1 = 0.0, $22_1 = 0.0;
  $6_1 = Math_abs($1_1);
  if (Math_trunc($1_1) == $1_1 & $6_1 <= 64.0 | 0) {
   $2_1 = ~~$6_1;
   $6_1 = 1.0;
   label : while (1) {
    if (($2_1 | 0) > (0 | 0)) {
     $6_1 = $2_1 & 1 | 0 ? $6_1 * $0_1 : $6_1;
     $0_1 = $0_1 * $0_1;
     $2_1 = $2_1 >> 1 | 0;
     continue label;
    }
    break label;
   };
   return +($1_1 < 0.0 ? 1.0 / $6_1 : $6_1);
  }
  __inlined_func$40$6 : {
   if (Math_abs($1_1) <= 2.0) {
    $5_1 = $0_1 * $0_1;
    if ($1_1 == 2.0) {
     break __inlined_func$40$6
    }
    $5_1 = $0_1 != -Infinity ? Math_abs(Math_sqrt($0_1)) : Infinity;
    if ($1_1 == .5) {
     break __inlined_func$40$6
    }
    $5_1 = 1.0 / $0_1;
    if ($1_1 == -1.0) {
     break __inlined_func$40$6
    }
    $5_1 = $0_1;
    if ($1_1 == 1.0) {
     break __inlined_func$40$6
    }
    $5_1 = 1.0;
    if ($1_1 == 0.0) {
     break __inlined_func$40$6
    }
   }
   wasm2js_scratch_store_f64(+$1_1);
   $7_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $13_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $15_1 = $7_1 >>> 20 | 0;
   wasm2js_scratch_store_f64(+$0_1);
   $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $4_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $11_1 = $2_1 >>> 20 | 0;
   $3_1 = $11_1 - 1 | 0;
   $10_1 = 0 - !$11_1 | 0;
   if (!$10_1 & $3_1 >>> 0 >= 2046 >>> 0 | 0 | $10_1 | 0) {
    $3_1 = 1
   } else {
    $3_1 = $15_1 & 2047 | 0;
    $10_1 = $3_1 - 958 | 0;
    $3_1 = 0 - ($3_1 >>> 0 < 958 >>> 0) | 0;
    $3_1 = !$3_1 & $10_1 >>> 0 >= 128 >>> 0 | 0 | $3_1 | 0;
   }
   block : {
    if ($3_1) {
     $3_1 = $13_1 << 1 | 0;
     $16_1 = $3_1 - 1 | 0;
     $10_1 = $7_1 << 1 | 0 | ($13_1 >>> 31 | 0) | 0;
     $12_1 = $10_1 - !$3_1 | 0;
     if (($12_1 | 0) == (-2097153 | 0) & ($16_1 | 0) == (-1 | 0) | 0 | $12_1 >>> 0 > -2097153 >>> 0 | 0) {
      $5_1 = 1.0;
      if (!($3_1 | $10_1 | 0)) {
       break block
      }
      $5_1 = NaN;
      if (!$4_1 & ($2_1 | 0) == (1072693248 | 0) | 0) {
       break block
      }
      $2_1 = $2_1 << 1 | 0 | ($4_1 >>> 31 | 0) | 0;
      $4_1 = $4_1 << 1 | 0;
      $5_1 = $0_1 + $1_1;
      if (($10_1 | 0) == (-2097152 | 0) & ($3_1 | 0) != (0 | 0) | 0 | $10_1 >>> 0 > -2097152 >>> 0 | 0 | (($2_1 | 0) == (-2097152 | 0) & ($4_1 | 0) != (0 | 0) | 0 | $2_1 >>> 0 > -2097152 >>> 0 | 0) | 0) {
       break block
      }
      $5_1 = NaN;
      if (!$4_1 & ($2_1 | 0) == (2145386496 | 0) | 0) {
       break block
      }
      $5_1 = 0.0;
      if ((!($7_1 >>> 31 | 0) | 0) == ($2_1 >>> 0 < 2145386496 >>> 0 | 0)) {
       break block
      }
      $5_1 = $1_1 * $1_1;
      break block;
     }
     $3_1 = $4_1 << 1 | 0;
     $10_1 = $3_1 - 1 | 0;
     $3_1 = ($2_1 << 1 | 0 | ($4_1 >>> 31 | 0) | 0) - !$3_1 | 0;
     if (($3_1 | 0) == (-2097153 | 0) & ($10_1 | 0) == (-1 | 0) | 0 | $3_1 >>> 0 > -2097153 >>> 0 | 0) {
      $0_1 = $0_1 * $0_1;
      $1_1 = -$0_1;
      if ($2_1 >>> 31 | 0) {
       $2_1 = ($7_1 >>> 20 | 0) & 2047 | 0;
       $3_1 = 0;
       block1 : {
        if ($2_1 >>> 0 < 1023 >>> 0) {
         break block1
        }
        $3_1 = 2;
        if ($2_1 >>> 0 > 1075 >>> 0) {
         break block1
        }
        $4_1 = 1075 - $2_1 | 0;
        $2_1 = $4_1 & 31 | 0;
        if (($4_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
         $2_1 = 1 << $2_1 | 0;
         $4_1 = 0;
        } else {
         $4_1 = 1 << $2_1 | 0;
         $2_1 = ($4_1 - 1 | 0) & (1 >>> (32 - $2_1 | 0) | 0) | 0;
        }
        $3_1 = 0;
        if (($4_1 - 1 | 0) & $13_1 | 0 | (($2_1 - !$4_1 | 0) & $7_1 | 0) | 0) {
         break block1
        }
        $3_1 = 1;
        if ($4_1 & $13_1 | 0 | ($2_1 & $7_1 | 0) | 0) {
         break block1
        }
        $3_1 = 2;
       }
       $4_1 = ($3_1 | 0) == (1 | 0);
      } else {
       $4_1 = 0
      }
      $0_1 = $4_1 ? $1_1 : $0_1;
      $5_1 = ($7_1 | 0) < (0 | 0) ? 1.0 / $0_1 : $0_1;
      break block;
     }
     if (($2_1 | 0) < (0 | 0)) {
      $8_1 = ($7_1 >>> 20 | 0) & 2047 | 0;
      $12_1 = 0;
      block2 : {
       if ($8_1 >>> 0 < 1023 >>> 0) {
        break block2
       }
       $12_1 = 2;
       if ($8_1 >>> 0 > 1075 >>> 0) {
        break block2
       }
       $3_1 = 1075 - $8_1 | 0;
       $8_1 = $3_1 & 31 | 0;
       if (($3_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
        $8_1 = 1 << $8_1 | 0;
        $3_1 = 0;
       } else {
        $3_1 = 1 << $8_1 | 0;
        $8_1 = ($3_1 - 1 | 0) & (1 >>> (32 - $8_1 | 0) | 0) | 0;
       }
       $12_1 = 0;
       if (($3_1 - 1 | 0) & $13_1 | 0 | (($8_1 - !$3_1 | 0) & $7_1 | 0) | 0) {
        break block2
       }
       $12_1 = 1;
       if ($3_1 & $13_1 | 0 | ($7_1 & $8_1 | 0) | 0) {
        break block2
       }
       $12_1 = 2;
      }
      $8_1 = $12_1;
      if (!$8_1) {
       $0_1 = $0_1 - $0_1;
       $5_1 = $0_1 / $0_1;
       break block;
      }
      $11_1 = $11_1 & 2047 | 0;
      $8_1 = ($8_1 | 0) == (1 | 0) ? 262144 : 0;
      $2_1 = $2_1 & 2147483647 | 0;
     }
     $3_1 = $15_1 & 2047 | 0;
     $10_1 = $3_1 - 958 | 0;
     $3_1 = $3_1 >>> 0 < 958 >>> 0;
     $16_1 = 0 - $3_1 | 0;
     if (!$16_1 & $10_1 >>> 0 >= 128 >>> 0 | 0 | $16_1 | 0) {
      $7_1 = ($2_1 | 0) == (1072693248 | 0);
      $5_1 = 1.0;
      if ($7_1 & !$4_1 | 0) {
       break block
      }
      $5_1 = 1.0;
      if ($3_1) {
       break block
      }
      $5_1 = (($4_1 | 0) != (0 | 0) & $7_1 | 0 | $2_1 >>> 0 > 1072693248 >>> 0 | 0 | 0) == ($15_1 >>> 0 < 2048 >>> 0 | 0) ? Infinity : 0.0;
      break block;
     }
     if (!$11_1) {
      wasm2js_scratch_store_f64(+($0_1 * 4503599627370496.0));
      $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
      $4_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
      $2_1 = ($2_1 & 2147483647 | 0) - 54525952 | 0;
     }
    }
    $3_1 = $2_1;
    $2_1 = $2_1 - 1072076117 | 0;
    $11_1 = $3_1 - ($2_1 & -1048576 | 0) | 0;
    $15_1 = $4_1;
    $4_1 = ($4_1 - -2147483648 | 0) >>> 0 < -2147483648 >>> 0 ? $11_1 + 1 | 0 : $11_1;
    wasm2js_scratch_store_i32(0 | 0, 0 | 0);
    wasm2js_scratch_store_i32(1 | 0, $4_1 | 0);
    $0_1 = +wasm2js_scratch_load_f64();
    $4_1 = ((($2_1 >>> 13 | 0) & 127 | 0) << 5 | 0) + 7168 | 0;
    $9_1 = HEAPF64[$4_1 >> 3];
    $6_1 = $0_1 * $9_1 + -1.0;
    $17_1 = +(($2_1 >> 20 | 0) >>> 0) + +($2_1 >> 31 | 0 | 0) * 4294967296.0;
    $18_1 = $17_1 * .6931471805598903 + HEAPF64[($4_1 + 16 | 0) >> 3];
    wasm2js_scratch_store_i32(0 | 0, $15_1 | 0);
    wasm2js_scratch_store_i32(1 | 0, $11_1 | 0);
    $19_1 = (+wasm2js_scratch_load_f64() - $0_1) * $9_1;
    $0_1 = $6_1 + $19_1;
    $9_1 = $18_1 + $0_1;
    $20_1 = $0_1 * -.5;
    $14_1 = $0_1 * $20_1;
    $21_1 = $6_1 * -.5;
    $22_1 = $6_1 * $21_1;
    $6_1 = $9_1 + $22_1;
    $5_1 = $6_1;
    $0_1 = $17_1 * 5.497923018708371e-14 + HEAPF64[($4_1 + 24 | 0) >> 3] + ($18_1 - $9_1 + $0_1) + $19_1 * ($20_1 + $21_1) + ($9_1 - $6_1 + $22_1) + $0_1 * $14_1 * ($0_1 * .5000000000000007 + -.6666666666666679 + $14_1 * ($0_1 * -.6666666663487739 + .7999999995323976 + $14_1 * ($0_1 * 1.0000415263675542 + -1.142909628459501)));
    $6_1 = $6_1 + $0_1;
    global$6 = $5_1 - $6_1 + $0_1;
    wasm2js_scratch_store_i32(0 | 0, $13_1 & -134217728 | 0 | 0);
    wasm2js_scratch_store_i32(1 | 0, $7_1 | 0);
    $14_1 = +wasm2js_scratch_load_f64();
    wasm2js_scratch_store_f64(+$6_1);
    $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_store_i32(0 | 0, (wasm2js_scratch_load_i32(0 | 0) | 0) & -134217728 | 0 | 0);
    wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
    $9_1 = +wasm2js_scratch_load_f64();
    $0_1 = $14_1 * $9_1;
    $1_1 = ($1_1 - $14_1) * $9_1 + $1_1 * ($6_1 - $9_1 + global$6);
    wasm2js_scratch_store_f64(+$0_1);
    $7_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_load_i32(0 | 0) | 0;
    $2_1 = ($7_1 >>> 20 | 0) & 2047 | 0;
    $4_1 = $2_1 - 969 | 0;
    block3 : {
     if ($4_1 >>> 0 >= 63 >>> 0) {
      $5_1 = $8_1 ? -1.0 : 1.0;
      if ($4_1 >>> 0 >= -2147483648 >>> 0) {
       break block3
      }
      $5_1 = ($7_1 | 0) < (0 | 0) ? ($8_1 ? -0.0 : 0.0) : $8_1 ? -Infinity : Infinity;
      if ($2_1 >>> 0 >= 1033 >>> 0) {
       break block3
      }
      $2_1 = 0;
     }
     $6_1 = $0_1 * 184.6649652337873 + 6755399441055744.0;
     wasm2js_scratch_store_f64(+$6_1);
     wasm2js_scratch_load_i32(1 | 0) | 0;
     $13_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
     $11_1 = (($13_1 & 127 | 0) << 4 | 0) + 5120 | 0;
     $4_1 = $11_1;
     $7_1 = HEAP32[($4_1 + 8 | 0) >> 2];
     $4_1 = HEAP32[($4_1 + 12 | 0) >> 2] + (($8_1 + $13_1 | 0) << 13 | 0) | 0;
     $5_1 = $0_1;
     $0_1 = $6_1 + -6755399441055744.0;
     $0_1 = $5_1 + $0_1 * -.005415212348111709 + $0_1 * -1.2864023111638346e-14 + $1_1;
     $1_1 = $0_1 * $0_1;
     $0_1 = HEAPF64[$11_1 >> 3] + $0_1 + $1_1 * ($0_1 * .16666666666665886 + .49999999999996786) + $1_1 * $1_1 * ($0_1 * .008333335853059549 + .0416666808410674);
     if (!$2_1) {
      block4 : {
       if (!($13_1 & -2147483648 | 0)) {
        $2_1 = $4_1 - 1058013184 | 0;
        wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
        wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
        $1_1 = +wasm2js_scratch_load_f64();
        $5_1 = ($1_1 + $1_1 * $0_1) * 5486124068793688683255936.0e279;
        break block4;
       }
       $2_1 = $4_1 + 1071644672 | 0;
       wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
       wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
       $1_1 = +wasm2js_scratch_load_f64();
       $6_1 = $1_1 * $0_1;
       $0_1 = $1_1 + $6_1;
       if (Math_abs($0_1) < 1.0) {
        $2_1 = $2_1 & -2147483648 | 0;
        wasm2js_scratch_store_i32(0 | 0, 0 | 0);
        wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
        $9_1 = +wasm2js_scratch_load_f64();
        wasm2js_scratch_store_f64(+(1.0));
        $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
        $7_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
        $2_1 = $2_1 & 2147483647 | 0;
        wasm2js_scratch_store_f64(+$0_1);
        $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
        wasm2js_scratch_load_i32(0 | 0) | 0;
        $2_1 = $4_1 & -2147483648 | 0 | $2_1 | 0;
        wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
        wasm2js_scratch_store_i32(1 | 0, $2_1 | 0);
        $5_1 = $9_1;
        $9_1 = +wasm2js_scratch_load_f64();
        $14_1 = $9_1 + $0_1;
        $0_1 = $14_1 + ($9_1 - $14_1 + $0_1 + ($1_1 - $0_1 + $6_1)) - $9_1;
        $0_1 = $0_1 == 0.0 ? $5_1 : $0_1;
       }
       $5_1 = $0_1 * 2.2250738585072014e-308;
      }
      break block3;
     }
     wasm2js_scratch_store_i32(0 | 0, $7_1 | 0);
     wasm2js_scratch_store_i32(1 | 0, $4_1 | 0);
     $1_1 = +wasm2js_scratch_load_f64();
     $5_1 = $1_1 + $1_1 * $0_1;
    }
   }
  }
  return +$5_1;
 }
 
 function $33($0_1, $1_1) {
  $0_1 = +$0_1;
  $1_1 = +$1_1;
  var $2_1 = 0, $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0.0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0, $15_1 = 0;
  wasm2js_scratch_store_f64(+($0_1 - Math_trunc($0_1)));
  $3_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  $6_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $3_1 & 2147483647 | 0;
  wasm2js_scratch_store_f64(+$0_1);
  $2_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
  wasm2js_scratch_load_i32(0 | 0) | 0;
  $3_1 = $2_1 & -2147483648 | 0 | $3_1 | 0;
  wasm2js_scratch_store_i32(0 | 0, $6_1 | $4_1 | 0 | 0);
  wasm2js_scratch_store_i32(1 | 0, $3_1 | 0);
  $10_1 = +wasm2js_scratch_load_f64();
  block : {
   if (Math_abs($1_1) == 1.0) {
    break block
   }
   wasm2js_scratch_store_f64(+$1_1);
   $4_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $5_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $12_1 = ($4_1 >>> 20 | 0) & 2047 | 0;
   $6_1 = $4_1 << 1 | 0 | ($5_1 >>> 31 | 0) | 0;
   $7_1 = $6_1;
   $13_1 = $5_1 << 1 | 0;
   $8_1 = !($6_1 | $13_1 | 0);
   wasm2js_scratch_store_f64(+$0_1);
   $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
   $2_1 = wasm2js_scratch_load_i32(0 | 0) | 0;
   $3_1 = ($6_1 >>> 20 | 0) & 2047 | 0;
   if (1 & ($3_1 | 0) == (2047 | 0) | 0 | $8_1 | 0 | $1_1 != $1_1 | 0) {
    $0_1 = $0_1 * $1_1;
    $10_1 = $0_1 / $0_1;
    break block;
   }
   $8_1 = $6_1 << 1 | 0 | ($2_1 >>> 31 | 0) | 0;
   $11_1 = $2_1 << 1 | 0;
   if (($7_1 | 0) == ($8_1 | 0) & $13_1 >>> 0 >= $11_1 >>> 0 | 0 | $7_1 >>> 0 > $8_1 >>> 0 | 0) {
    $10_1 = $0_1 * +((($11_1 | 0) != ($13_1 | 0) | ($7_1 | 0) != ($8_1 | 0) | 0) >>> 0);
    break block;
   }
   $13_1 = $6_1 >>> 31 | 0;
   if ($3_1 | $9_1 | 0) {
    $7_1 = $6_1 & 1048575 | 0 | 1048576 | 0
   } else {
    $11_1 = $3_1;
    $7_1 = $2_1;
    $3_1 = Math_clz32($6_1 << 12 | 0 | ($2_1 >>> 20 | 0) | 0);
    $2_1 = ($3_1 | 0) == (32 | 0) ? Math_clz32($2_1 << 12 | 0) + 32 | 0 : $3_1;
    $3_1 = $11_1 - $2_1 | 0;
    $14_1 = 1 - $3_1 | 0;
    $8_1 = $7_1;
    $9_1 = $9_1 - ($2_1 >>> 0 > $11_1 >>> 0) | 0;
    $2_1 = $14_1 & 31 | 0;
    if (($14_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
     $7_1 = $7_1 << $2_1 | 0;
     $2_1 = 0;
    } else {
     $7_1 = ((1 << $2_1 | 0) - 1 | 0) & ($8_1 >>> (32 - $2_1 | 0) | 0) | 0 | ($6_1 << $2_1 | 0) | 0;
     $2_1 = $8_1 << $2_1 | 0;
    }
   }
   $6_1 = $7_1;
   if ($15_1 | $12_1 | 0) {
    $4_1 = $4_1 & 1048575 | 0 | 1048576 | 0
   } else {
    $11_1 = $12_1;
    $7_1 = Math_clz32($4_1 << 12 | 0 | ($5_1 >>> 20 | 0) | 0);
    $14_1 = ($7_1 | 0) == (32 | 0) ? Math_clz32($5_1 << 12 | 0) + 32 | 0 : $7_1;
    $12_1 = $11_1 - $14_1 | 0;
    $8_1 = 1 - $12_1 | 0;
    $7_1 = $5_1;
    $15_1 = $15_1 - ($11_1 >>> 0 < $14_1 >>> 0) | 0;
    $5_1 = $8_1 & 31 | 0;
    if (($8_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
     $4_1 = $7_1 << $5_1 | 0;
     $5_1 = 0;
    } else {
     $4_1 = ((1 << $5_1 | 0) - 1 | 0) & ($7_1 >>> (32 - $5_1 | 0) | 0) | 0 | ($4_1 << $5_1 | 0) | 0;
     $5_1 = $7_1 << $5_1 | 0;
    }
   }
   $7_1 = $4_1;
   label : while (1) {
    if ($3_1 >>> 0 > $12_1 >>> 0 & ($9_1 | 0) >= ($15_1 | 0) | 0 | ($9_1 | 0) > ($15_1 | 0) | 0) {
     $4_1 = ($6_1 | 0) == ($7_1 | 0);
     if ($4_1 & $2_1 >>> 0 >= $5_1 >>> 0 | 0 | $6_1 >>> 0 > $7_1 >>> 0 | 0) {
      $10_1 = $0_1 * 0.0;
      if ($4_1 & ($2_1 | 0) == ($5_1 | 0) | 0) {
       break block
      }
      $6_1 = $6_1 - (($2_1 >>> 0 < $5_1 >>> 0) + $7_1 | 0) | 0;
      $4_1 = $2_1 - $5_1 | 0;
     } else {
      $4_1 = $2_1
     }
     $6_1 = $6_1 << 1 | 0 | ($4_1 >>> 31 | 0) | 0;
     $2_1 = $4_1 << 1 | 0;
     $4_1 = $3_1;
     $3_1 = $4_1 - 1 | 0;
     $9_1 = $9_1 - !$4_1 | 0;
     continue label;
    }
    break label;
   };
   $4_1 = ($6_1 | 0) == ($7_1 | 0);
   if ($4_1 & $2_1 >>> 0 >= $5_1 >>> 0 | 0 | $6_1 >>> 0 > $7_1 >>> 0 | 0) {
    $10_1 = $0_1 * 0.0;
    if ($4_1 & ($2_1 | 0) == ($5_1 | 0) | 0) {
     break block
    }
    $4_1 = $2_1;
    $2_1 = $2_1 - $5_1 | 0;
    $6_1 = $6_1 - (($4_1 >>> 0 < $5_1 >>> 0) + $7_1 | 0) | 0;
   }
   $4_1 = $3_1;
   $3_1 = Math_clz32($6_1 << 11 | 0 | ($2_1 >>> 21 | 0) | 0);
   $7_1 = ($3_1 | 0) == (32 | 0) ? Math_clz32($2_1 << 11 | 0) + 32 | 0 : $3_1;
   $3_1 = $4_1 - $7_1 | 0;
   $4_1 = $9_1 - ($4_1 >>> 0 < $7_1 >>> 0) | 0;
   $9_1 = $2_1;
   $5_1 = $7_1 & 31 | 0;
   if (($7_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
    $2_1 = $2_1 << $5_1 | 0;
    $5_1 = 0;
   } else {
    $2_1 = ((1 << $5_1 | 0) - 1 | 0) & ($9_1 >>> (32 - $5_1 | 0) | 0) | 0 | ($6_1 << $5_1 | 0) | 0;
    $5_1 = $9_1 << $5_1 | 0;
   }
   $6_1 = $2_1;
   if (!!$3_1 & ($4_1 | 0) >= (0 | 0) | 0 | ($4_1 | 0) > (0 | 0) | 0) {
    $3_1 = $2_1 + -1048576 | 0 | ($3_1 << 20 | 0) | 0
   } else {
    $4_1 = $5_1;
    $3_1 = 1 - $3_1 | 0;
    $2_1 = $3_1 & 31 | 0;
    if (($3_1 & 63 | 0) >>> 0 >= 32 >>> 0) {
     $3_1 = 0;
     $5_1 = $6_1 >>> $2_1 | 0;
    } else {
     $3_1 = $6_1 >>> $2_1 | 0;
     $5_1 = (((1 << $2_1 | 0) - 1 | 0) & $6_1 | 0) << (32 - $2_1 | 0) | 0 | ($4_1 >>> $2_1 | 0) | 0;
    }
   }
   $6_1 = $5_1;
   $3_1 = $13_1 << 31 | 0 | $3_1 | 0;
   wasm2js_scratch_store_i32(0 | 0, $6_1 | 0);
   wasm2js_scratch_store_i32(1 | 0, $3_1 | 0);
   $10_1 = +wasm2js_scratch_load_f64();
  }
  $0_1 = $10_1;
  return +(($0_1 < 0.0 | 0) != ($1_1 < 0.0 | 0) & $0_1 != 0.0 | 0 ? $0_1 + $1_1 : $0_1);
 }
 
 function $34($0_1, $1_1) {
  var $2_1 = 0, $3_1 = 0.0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, wasm2js_i32$0 = 0, wasm2js_f64$0 = 0.0;
  $5_1 = HEAP32[($0_1 + 4 | 0) >> 2];
  $4_1 = HEAP32[($0_1 + 8 | 0) >> 2];
  $7_1 = HEAP32[($0_1 + 12 | 0) >> 2];
  $1_1 = $1_1 << 3 | 0;
  block11 : {
   block10 : {
    block9 : {
     block8 : {
      block7 : {
       block6 : {
        block5 : {
         block3 : {
          block2 : {
           block1 : {
            block : {
             block4 : {
              $0_1 = HEAP32[$0_1 >> 2];
              switch ($0_1 - 1 | 0 | 0) {
              case 0:
               break block;
              case 1:
               break block1;
              case 2:
               break block2;
              case 3:
               break block3;
              default:
               break block4;
              };
             }
             if (($0_1 | 0) == (65 | 0)) {
              break block5
             }
             if (($0_1 | 0) == (66 | 0)) {
              break block6
             }
             if (($0_1 | 0) == (67 | 0)) {
              break block7
             }
             if (($0_1 | 0) == (68 | 0)) {
              break block8
             }
             if (($0_1 | 0) == (130 | 0)) {
              break block9
             }
             if (($0_1 | 0) == (132 | 0)) {
              break block10
             }
             break block11;
            }
            label : while (1) {
             if ($1_1 >>> 0 > $2_1 >>> 0) {
              HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] + HEAPF64[($2_1 + $7_1 | 0) >> 3];
              $2_1 = $2_1 + 8 | 0;
              continue label;
             }
             break label;
            };
            return;
           }
           label1 : while (1) {
            if ($1_1 >>> 0 > $2_1 >>> 0) {
             HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] - HEAPF64[($2_1 + $7_1 | 0) >> 3];
             $2_1 = $2_1 + 8 | 0;
             continue label1;
            }
            break label1;
           };
           return;
          }
          label2 : while (1) {
           if ($1_1 >>> 0 > $2_1 >>> 0) {
            HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] * HEAPF64[($2_1 + $7_1 | 0) >> 3];
            $2_1 = $2_1 + 8 | 0;
            continue label2;
           }
           break label2;
          };
          return;
         }
         label3 : while (1) {
          if ($1_1 >>> 0 > $2_1 >>> 0) {
           HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] / HEAPF64[($2_1 + $7_1 | 0) >> 3];
           $2_1 = $2_1 + 8 | 0;
           continue label3;
          }
          break label3;
         };
         return;
        }
        $3_1 = HEAPF64[$7_1 >> 3];
        label4 : while (1) {
         if ($1_1 >>> 0 > $2_1 >>> 0) {
          HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] + $3_1;
          $2_1 = $2_1 + 8 | 0;
          continue label4;
         }
         break label4;
        };
        return;
       }
       $3_1 = HEAPF64[$7_1 >> 3];
       label5 : while (1) {
        if ($1_1 >>> 0 > $2_1 >>> 0) {
         HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] - $3_1;
         $2_1 = $2_1 + 8 | 0;
         continue label5;
        }
        break label5;
       };
       return;
      }
      $3_1 = HEAPF64[$7_1 >> 3];
      label6 : while (1) {
       if ($1_1 >>> 0 > $2_1 >>> 0) {
        HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] * $3_1;
        $2_1 = $2_1 + 8 | 0;
        continue label6;
       }
       break label6;
      };
      return;
     }
     $3_1 = HEAPF64[$7_1 >> 3];
     label7 : while (1) {
      if ($1_1 >>> 0 > $2_1 >>> 0) {
       HEAPF64[($2_1 + $5_1 | 0) >> 3] = HEAPF64[($2_1 + $4_1 | 0) >> 3] / $3_1;
       $2_1 = $2_1 + 8 | 0;
       continue label7;
      }
      break label7;
     };
     return;
    }
    $3_1 = HEAPF64[$4_1 >> 3];
    label8 : while (1) {
     if ($1_1 >>> 0 > $2_1 >>> 0) {
      HEAPF64[($2_1 + $5_1 | 0) >> 3] = $3_1 - HEAPF64[($2_1 + $7_1 | 0) >> 3];
      $2_1 = $2_1 + 8 | 0;
      continue label8;
     }
     break label8;
    };
    return;
   }
   $3_1 = HEAPF64[$4_1 >> 3];
   label9 : while (1) {
    if ($1_1 >>> 0 > $2_1 >>> 0) {
     HEAPF64[($2_1 + $5_1 | 0) >> 3] = $3_1 / HEAPF64[($2_1 + $7_1 | 0) >> 3];
     $2_1 = $2_1 + 8 | 0;
     continue label9;
    }
    break label9;
   };
   return;
  }
  $8_1 = $0_1 & 63 | 0;
  if (($8_1 | 0) == (6 | 0) | $8_1 >>> 0 <= 4 >>> 0 | 0) {
   $9_1 = 1
  } else {
   $9_1 = $8_1 >>> 0 <= 12 >>> 0 & $8_1 >>> 0 >= 8 >>> 0 | 0
  }
  if ($9_1) {
   $9_1 = $0_1 & 128 | 0 ? 0 : 8;
   $0_1 = $0_1 & 64 | 0 ? 0 : 8;
   label10 : while (1) {
    if ($1_1 >>> 0 > $2_1 >>> 0) {
     $3_1 = HEAPF64[$4_1 >> 3];
     $6_1 = HEAPF64[$7_1 >> 3];
     $10_1 = $2_1 + $5_1 | 0;
     block22 : {
      block16 : {
       switch ($8_1 - 1 | 0 | 0) {
       case 0:
        $3_1 = $3_1 + $6_1;
        break block22;
       case 1:
        $3_1 = $3_1 - $6_1;
        break block22;
       case 2:
        $3_1 = $3_1 * $6_1;
        break block22;
       case 3:
        $3_1 = $3_1 / $6_1;
        break block22;
       case 5:
        $3_1 = $32($3_1, $6_1);
        break block22;
       case 7:
        $3_1 = $10($3_1, $6_1);
        break block22;
       case 8:
        $3_1 = $9($3_1, $6_1);
        break block22;
       case 9:
        $3_1 = $3_1 >= $6_1 ? $3_1 : $3_1 <= $6_1 ? $6_1 : NaN;
        break block22;
       case 10:
        $3_1 = $3_1 <= $6_1 ? $3_1 : $3_1 >= $6_1 ? $6_1 : NaN;
        break block22;
       default:
        break block16;
       };
      }
      $3_1 = $33($3_1, $6_1);
     }
     HEAPF64[$10_1 >> 3] = $3_1;
     $4_1 = $4_1 + $9_1 | 0;
     $7_1 = $0_1 + $7_1 | 0;
     $2_1 = $2_1 + 8 | 0;
     continue label10;
    }
    break label10;
   };
  } else {
   __inlined_func$59$7 : {
    block26 : {
     block25 : {
      switch ($8_1 - 5 | 0 | 0) {
      case 0:
       $0_1 = 0;
       label33 : while (1) {
        if ($0_1 >>> 0 < $1_1 >>> 0) {
         HEAPF64[($0_1 + $5_1 | 0) >> 3] = -HEAPF64[($0_1 + $4_1 | 0) >> 3];
         $0_1 = $0_1 + 8 | 0;
         continue label33;
        }
        break label33;
       };
       break __inlined_func$59$7;
      case 2:
       $0_1 = 0;
       label134 : while (1) {
        if ($0_1 >>> 0 < $1_1 >>> 0) {
         $3_1 = HEAPF64[($0_1 + $4_1 | 0) >> 3];
         HEAPF64[($0_1 + $5_1 | 0) >> 3] = $3_1 * $3_1;
         $0_1 = $0_1 + 8 | 0;
         continue label134;
        }
        break label134;
       };
       break __inlined_func$59$7;
      case 8:
       $2_1 = 11296;
       break block26;
      case 9:
       $2_1 = 11328;
       break block26;
      case 10:
       $2_1 = 11360;
       break block26;
      case 11:
       $2_1 = 11392;
       break block26;
      case 12:
       $2_1 = 11424;
       break block26;
      case 13:
       $2_1 = 11456;
       break block26;
      case 14:
       $2_1 = 11488;
       break block26;
      case 15:
       $2_1 = 11520;
       break block26;
      case 16:
       $2_1 = 11760;
       break block26;
      case 17:
       $2_1 = 11792;
       break block26;
      case 18:
       $2_1 = 11824;
       break block26;
      case 19:
       $2_1 = 11856;
       break block26;
      case 20:
       $2_1 = 11888;
       break block26;
      case 21:
       $2_1 = 11920;
       break block26;
      case 22:
       $2_1 = 11952;
       break block26;
      case 23:
       $2_1 = 11984;
       break block26;
      case 24:
       $2_1 = 14080;
       break block26;
      case 25:
       $2_1 = 14112;
       break block26;
      case 26:
       $2_1 = 14144;
       break block26;
      case 27:
       $2_1 = 14176;
       break block26;
      case 28:
       $0_1 = 0;
       label235 : while (1) {
        if ($0_1 >>> 0 < $1_1 >>> 0) {
         HEAPF64[($0_1 + $5_1 | 0) >> 3] = Math_sqrt(HEAPF64[($0_1 + $4_1 | 0) >> 3]);
         $0_1 = $0_1 + 8 | 0;
         continue label235;
        }
        break label235;
       };
       break __inlined_func$59$7;
      case 29:
       $2_1 = 14208;
       break block26;
      case 30:
       break block25;
      default:
       break __inlined_func$59$7;
      };
     }
     $0_1 = 0;
     label336 : while (1) {
      if ($0_1 >>> 0 < $1_1 >>> 0) {
       (wasm2js_i32$0 = $0_1 + $5_1 | 0, wasm2js_f64$0 = +FUNCTION_TABLE[HEAP32[14240 >> 2] | 0](HEAPF64[($0_1 + $4_1 | 0) >> 3])), HEAPF64[wasm2js_i32$0 >> 3] = wasm2js_f64$0;
       $0_1 = $0_1 + 8 | 0;
       continue label336;
      }
      break label336;
     };
     break __inlined_func$59$7;
    }
    $0_1 = 0;
    label437 : while (1) {
     if ($0_1 >>> 0 < $1_1 >>> 0) {
      (wasm2js_i32$0 = $0_1 + $5_1 | 0, wasm2js_f64$0 = +FUNCTION_TABLE[HEAP32[$2_1 >> 2] | 0](HEAPF64[($0_1 + $4_1 | 0) >> 3])), HEAPF64[wasm2js_i32$0 >> 3] = wasm2js_f64$0;
      $0_1 = $0_1 + 8 | 0;
      continue label437;
     }
     break label437;
    };
   }
  }
 }
 
 function $35($0_1) {
  $0_1 = +$0_1;
  var $1_1 = 0.0, $2_1 = 0.0, $3_1 = 0.0, $4_1 = 0.0;
  $2_1 = Math_abs($0_1);
  if ($2_1 < 2.5) {
   $1_1 = $0_1;
   $2_1 = $1_1;
   $3_1 = 1.0;
   label : while (1) {
    if ($3_1 < 100.0) {
     block : {
      $1_1 = $1_1 * (-$0_1 * $0_1 / $3_1);
      $4_1 = $1_1 / ($3_1 + $3_1 + 1.0);
      $2_1 = $2_1 + $4_1;
      if (Math_abs($4_1) < Math_abs($2_1) * 1.0e-17) {
       break block
      }
      $3_1 = $3_1 + 1.0;
      continue label;
     }
    }
    break label;
   };
   return +($2_1 * 1.1283791670955126);
  }
  if ($2_1 > 6.0) {
   return +($0_1 < 0.0 ? -1.0 : 1.0)
  }
  $1_1 = 60.0;
  label1 : while (1) {
   if ($1_1 >= 1.0) {
    $3_1 = $1_1 * .5 / ($2_1 + $3_1);
    $1_1 = $1_1 + -1.0;
    continue label1;
   }
   break label1;
  };
  $1_1 = $1(-$2_1 * $2_1) / (($2_1 + $3_1) * 1.7724538509055159);
  return +($0_1 < 0.0 ? $1_1 + -1.0 : 1.0 - $1_1);
 }
 
 function $36($0_1, $1_1, $2_1, $3_1, $4_1) {
  var $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0, $15_1 = 0.0, $16_1 = 0, $17_1 = 0;
  $6_1 = global$0;
  $9_1 = global$0$hi;
  $10_1 = global$1;
  $13_1 = global$1$hi;
  $11_1 = global$2;
  $12_1 = global$2$hi;
  $5_1 = global$3;
  $7_1 = global$3$hi;
  $16_1 = ($1_1 << 3 | 0) + $0_1 | 0;
  label : while (1) {
   if ($0_1 >>> 0 < $16_1 >>> 0) {
    $1_1 = $7_1 + $9_1 | 0;
    $8_1 = $5_1 + $6_1 | 0;
    $1_1 = $8_1 >>> 0 < $5_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
    $8_1 = __wasm_rotl_i64($8_1, $1_1, 23);
    $1_1 = $9_1 + i64toi32_i32$HIGH_BITS | 0;
    $8_1 = $6_1 + $8_1 | 0;
    $1_1 = $8_1 >>> 0 < $6_1 >>> 0 ? $1_1 + 1 | 0 : $1_1;
    $17_1 = $13_1 << 17 | 0 | ($10_1 >>> 15 | 0) | 0;
    $14_1 = $10_1 << 17 | 0;
    $5_1 = $5_1 ^ $10_1 | 0;
    $7_1 = $7_1 ^ $13_1 | 0;
    $11_1 = $6_1 ^ $11_1 | 0;
    $10_1 = $10_1 ^ $11_1 | 0;
    $12_1 = $9_1 ^ $12_1 | 0;
    $13_1 = $13_1 ^ $12_1 | 0;
    $6_1 = $5_1 ^ $6_1 | 0;
    $9_1 = $7_1 ^ $9_1 | 0;
    $11_1 = $11_1 ^ $14_1 | 0;
    $12_1 = $12_1 ^ $17_1 | 0;
    $5_1 = __wasm_rotl_i64($5_1, $7_1, 45);
    $7_1 = i64toi32_i32$HIGH_BITS;
    $14_1 = (($8_1 & 255 | 0) << 4 | 0) + $2_1 | 0;
    $15_1 = (+((($1_1 & 2047 | 0) << 21 | 0 | ($8_1 >>> 11 | 0) | 0) >>> 0) + +($1_1 >> 11 | 0 | 0) * 4294967296.0) * HEAPF64[($14_1 + 8 | 0) >> 3];
    if (HEAPF64[$14_1 >> 3] <= Math_abs($15_1)) {
     global$0 = $6_1;
     global$0$hi = $9_1;
     global$1 = $10_1;
     global$1$hi = $13_1;
     global$2 = $11_1;
     global$2$hi = $12_1;
     global$3 = $5_1;
     global$3$hi = $7_1;
     $15_1 = $12($2_1, $8_1, $1_1);
     $13_1 = global$1$hi;
     $11_1 = global$2;
     $12_1 = global$2$hi;
     $5_1 = global$3;
     $7_1 = global$3$hi;
     $6_1 = global$0;
     $9_1 = global$0$hi;
     $10_1 = global$1;
    }
    HEAPF64[$0_1 >> 3] = $3_1 + $4_1 * $15_1;
    $0_1 = $0_1 + 8 | 0;
    continue label;
   }
   break label;
  };
  global$0 = $6_1;
  global$0$hi = $9_1;
  global$1 = $10_1;
  global$1$hi = $13_1;
  global$2 = $11_1;
  global$2$hi = $12_1;
  global$3 = $5_1;
  global$3$hi = $7_1;
 }
 
 function $37() {
  global$5 = 14256;
 }
 
 function $45($0_1, $1_1, $2_1, $3_1, $4_1, $5_1, $6_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = $3_1 | 0;
  $4_1 = +$4_1;
  $5_1 = +$5_1;
  $6_1 = $6_1 | 0;
  var $7_1 = 0, $8_1 = 0, $9_1 = 0.0, $10_1 = 0, $11_1 = 0.0, $12_1 = 0, $13_1 = 0, $14_1 = 0.0;
  $1_1 = $1_1 << 3 | 0;
  $11_1 = +($6_1 - 1 | 0 | 0);
  wasm2js_memory_fill($3_1, 0, ($6_1 + 1 | 0) << 2 | 0);
  label : while (1) {
   if ($1_1 >>> 0 > $7_1 >>> 0) {
    $9_1 = (HEAPF64[($0_1 + $7_1 | 0) >> 3] - $4_1) * $5_1;
    $8_1 = ((~~($9_1 > 0.0 ? ($9_1 < $11_1 ? $9_1 : $11_1) : 0.0) + 1 | 0) << 2 | 0) + $3_1 | 0;
    HEAP32[$8_1 >> 2] = HEAP32[$8_1 >> 2] + 1 | 0;
    $7_1 = $7_1 + 8 | 0;
    continue label;
   }
   break label;
  };
  $7_1 = 1;
  label1 : while (1) {
   if (($6_1 | 0) >= ($7_1 | 0)) {
    $8_1 = ($7_1 << 2 | 0) + $3_1 | 0;
    HEAP32[$8_1 >> 2] = HEAP32[$8_1 >> 2] + HEAP32[($8_1 - 4 | 0) >> 2] | 0;
    $7_1 = $7_1 + 1 | 0;
    continue label1;
   }
   break label1;
  };
  label2 : while (1) {
   if ($1_1 >>> 0 > $12_1 >>> 0) {
    $14_1 = HEAPF64[($0_1 + $12_1 | 0) >> 3];
    $9_1 = ($14_1 - $4_1) * $5_1;
    $7_1 = (~~($9_1 > 0.0 ? ($9_1 < $11_1 ? $9_1 : $11_1) : 0.0) << 2 | 0) + $3_1 | 0;
    $8_1 = HEAP32[$7_1 >> 2];
    HEAPF64[(($8_1 << 3 | 0) + $2_1 | 0) >> 3] = $14_1;
    HEAP32[$7_1 >> 2] = $8_1 + 1 | 0;
    $12_1 = $12_1 + 8 | 0;
    continue label2;
   }
   break label2;
  };
  label3 : while (1) {
   if (($6_1 | 0) > ($13_1 | 0)) {
    $0_1 = HEAP32[(($13_1 << 2 | 0) + $3_1 | 0) >> 2];
    $7_1 = $0_1 - $10_1 | 0;
    if (($7_1 | 0) > (32 | 0)) {
     $10_1 = ($10_1 << 3 | 0) + $2_1 | 0;
     $4($10_1, $10_1 + ($7_1 << 3 | 0) | 0, 64);
    }
    $10_1 = $0_1;
    $13_1 = $13_1 + 1 | 0;
    continue label3;
   }
   break label3;
  };
  $6_1 = $1_1 + $2_1 | 0;
  $3_1 = $2_1 + 8 | 0;
  label5 : while (1) {
   if ($3_1 >>> 0 < $6_1 >>> 0) {
    $4_1 = HEAPF64[$3_1 >> 3];
    $0_1 = $3_1;
    label4 : while (1) {
     if ($0_1 >>> 0 > $2_1 >>> 0 & $4_1 < HEAPF64[($0_1 - 8 | 0) >> 3] | 0) {
      $1_1 = $0_1;
      $0_1 = $0_1 - 8 | 0;
      HEAPF64[$1_1 >> 3] = HEAPF64[$0_1 >> 3];
      continue label4;
     }
     break label4;
    };
    HEAPF64[$0_1 >> 3] = $4_1;
    $3_1 = $3_1 + 8 | 0;
    continue label5;
   }
   break label5;
  };
 }
 
 function $46($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $4($0_1, ($1_1 << 3 | 0) + $0_1 | 0, 64);
 }
 
 function $47($0_1, $1_1, $2_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  var $3_1 = 0, $4_1 = 0.0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0;
  $4_1 = HEAPF64[$1_1 >> 3] - HEAPF64[$0_1 >> 3];
  $3_1 = 1;
  label : while (1) {
   if (($2_1 | 0) > ($3_1 | 0)) {
    $5_1 = $3_1 << 3 | 0;
    $6_1 = HEAPF64[($5_1 + $1_1 | 0) >> 3] - HEAPF64[($0_1 + $5_1 | 0) >> 3];
    if ($6_1 < $4_1) {
     $4_1 = $6_1;
     $7_1 = $3_1;
    }
    $3_1 = $3_1 + 1 | 0;
    continue label;
   }
   break label;
  };
  return $7_1 | 0;
 }
 
 function $48($0_1) {
  $0_1 = $0_1 | 0;
  var $1_1 = 0;
  $1_1 = $0_1;
  $0_1 = global$5;
  global$5 = (($1_1 + $0_1 | 0) + 15 | 0) & -16 | 0;
  $1_1 = (global$5 + 65535 | 0) >>> 16 | 0;
  if (($1_1 | 0) > (__wasm_memory_size() | 0)) {
   $1_1 = (__wasm_memory_grow($1_1 - __wasm_memory_size() | 0 | 0) | 0) < (0 | 0)
  } else {
   $1_1 = 0
  }
  if ($1_1) {
   global$5 = $0_1;
   return 0 | 0;
  }
  return $0_1 | 0;
 }
 
 function $49($0_1) {
  $0_1 = $0_1 | 0;
  global$5 = $0_1;
 }
 
 function $50($0_1, $1_1) {
  $0_1 = +$0_1;
  $1_1 = +$1_1;
  return +$9($0_1, $1_1);
 }
 
 function $51($0_1, $1_1, $2_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  var $3_1 = 0.0, $4_1 = 0, $5_1 = 0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0;
  $13_1 = $1_1;
  label5 : while (1) {
   if ($0_1 >>> 0 < $13_1 >>> 0) {
    if ((HEAP32[$0_1 >> 2] | 0) == (36 | 0)) {
     $7_1 = HEAP32[($0_1 + 4 | 0) >> 2];
     $10_1 = HEAP32[($0_1 + 8 | 0) >> 2];
     $11_1 = HEAP32[($0_1 + 12 | 0) >> 2];
     $4_1 = HEAP32[($0_1 + 16 | 0) >> 2];
     $3_1 = HEAPF64[($0_1 + 24 | 0) >> 3];
     $8_1 = $2_1 << 3 | 0;
     $1_1 = 0;
     label : while (1) {
      if ($1_1 >>> 0 < $8_1 >>> 0) {
       HEAPF64[($1_1 + $7_1 | 0) >> 3] = $3_1;
       $1_1 = $1_1 + 8 | 0;
       continue label;
      }
      break label;
     };
     $9_1 = 0;
     block : {
      label3 : while (1) {
       if (($9_1 | 0) < (100 | 0)) {
        $1_1 = $4_1;
        label1 : while (1) {
         if ($0_1 >>> 0 > $1_1 >>> 0) {
          $34($1_1, $2_1);
          $1_1 = $1_1 + 16 | 0;
          continue label1;
         }
         break label1;
        };
        $5_1 = 0;
        $1_1 = 0;
        label2 : while (1) {
         if ($1_1 >>> 0 < $8_1 >>> 0) {
          $12_1 = $1_1 + $7_1 | 0;
          $6_1 = HEAPF64[$12_1 >> 3];
          $3_1 = HEAPF64[($1_1 + $10_1 | 0) >> 3];
          if ($3_1 == 0.0) {
           $3_1 = 0.0
          } else {
           $3_1 = $3_1 / HEAPF64[($1_1 + $11_1 | 0) >> 3]
          }
          $6_1 = $6_1 - $3_1;
          HEAPF64[$12_1 >> 3] = $6_1;
          $5_1 = Math_abs($3_1) <= Math_abs($6_1) * 1.0e-14 ? $5_1 : $5_1 ? 1 : $3_1 == $3_1;
          $1_1 = $1_1 + 8 | 0;
          continue label2;
         }
         break label2;
        };
        if (!$5_1) {
         break block
        }
        $9_1 = $9_1 + 1 | 0;
        continue label3;
       }
       break label3;
      };
      $1_1 = 0;
      label4 : while (1) {
       if ($1_1 >>> 0 < $8_1 >>> 0) {
        $4_1 = $1_1 + $7_1 | 0;
        if (!(Math_abs(HEAPF64[($1_1 + $10_1 | 0) >> 3] / HEAPF64[($1_1 + $11_1 | 0) >> 3]) <= Math_abs(HEAPF64[$4_1 >> 3]) * 1.0e-10)) {
         HEAPF64[$4_1 >> 3] = NaN
        }
        $1_1 = $1_1 + 8 | 0;
        continue label4;
       }
       break label4;
      };
     }
     $0_1 = $0_1 + 32 | 0;
    } else {
     $34($0_1, $2_1);
     $0_1 = $0_1 + 16 | 0;
    }
    continue label5;
   }
   break label5;
  };
 }
 
 function $52($0_1, $1_1, $2_1, $3_1, $4_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = $3_1 | 0;
  $4_1 = $4_1 | 0;
  var $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0, $10_1 = 0, $11_1 = 0, $12_1 = 0, $13_1 = 0, $14_1 = 0, $15_1 = 0, $16_1 = 0, $17_1 = 0.0, $18_1 = 0, $19_1 = 0.0, $20_1 = 0.0, $21_1 = 0, $22_1 = 0, $23_1 = 0.0, $24_1 = 0.0, $25_1 = 0.0, $26_1 = 0, $27_1 = 0.0, $28_1 = 0, $29_1 = 0.0, wasm2js_i32$0 = 0, wasm2js_f64$0 = 0.0;
  label : while (1) {
   if (($1_1 | 0) > ($26_1 | 0)) {
    $5_1 = Math_imul($26_1, 80) + $0_1 | 0;
    $21_1 = HEAP32[($5_1 + 4 | 0) >> 2];
    $18_1 = HEAP32[($5_1 + 8 | 0) >> 2];
    $10_1 = HEAP32[($5_1 + 12 | 0) >> 2];
    $20_1 = HEAPF64[($5_1 + 16 | 0) >> 3];
    $19_1 = HEAPF64[($5_1 + 24 | 0) >> 3];
    $17_1 = HEAPF64[($5_1 + 32 | 0) >> 3];
    __inlined_func$60$8 : {
     block11 : {
      switch (HEAP32[$5_1 >> 2] - 1 | 0 | 0) {
      case 0:
       $36($21_1, $4_1, $18_1, $20_1, $19_1);
       break __inlined_func$60$8;
      case 1:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $23_1 = $20_1;
       $20_1 = $19_1 * 1.1102230246251565e-16;
       $19_1 = $23_1 + $20_1 * .5;
       $18_1 = ($4_1 << 3 | 0) + $21_1 | 0;
       label0 : while (1) {
        if ($18_1 >>> 0 > $21_1 >>> 0) {
         $5_1 = $7_1 + $11_1 | 0;
         $9_1 = $5_1 + 1 | 0;
         $10_1 = $5_1;
         $5_1 = $6_1 + $12_1 | 0;
         $10_1 = $5_1 >>> 0 < $6_1 >>> 0 ? $9_1 : $10_1;
         $5_1 = __wasm_rotl_i64($5_1, $10_1, 23);
         $10_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $16_1 = $10_1 + 1 | 0;
         $9_1 = $10_1;
         $10_1 = $5_1 + $6_1 | 0;
         $5_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $16_1 : $9_1;
         $9_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $16_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $15_1 ^ $16_1 | 0;
         $14_1 = $9_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         HEAPF64[$21_1 >> 3] = $19_1 + $20_1 * (+((($5_1 & 2047 | 0) << 21 | 0 | ($10_1 >>> 11 | 0) | 0) >>> 0) + +($5_1 >>> 11 | 0 | 0) * 4294967296.0);
         $21_1 = $21_1 + 8 | 0;
         continue label0;
        }
        break label0;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       break __inlined_func$60$8;
      case 2:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $18_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label1 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $10_1 = $7_1 + $11_1 | 0;
         $16_1 = $10_1 + 1 | 0;
         $9_1 = $10_1;
         $10_1 = $6_1 + $12_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $16_1 : $9_1;
         $10_1 = __wasm_rotl_i64($10_1, $9_1, 23);
         $9_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $10_1 = $6_1 + $10_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $9_1 + 1 | 0 : $9_1;
         HEAP32[$5_1 >> 2] = $10_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $9_1;
         $10_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $9_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $9_1 ^ $15_1 | 0;
         $14_1 = $10_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label1;
        }
        break label1;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $18_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label2 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $6_1 = $2_1 + $5_1 | 0;
         $7_1 = HEAP32[$6_1 >> 2];
         $6_1 = HEAP32[($6_1 + 4 | 0) >> 2];
         $8_1 = $6_1 >>> 11 | 0;
         HEAPF64[($5_1 + $21_1 | 0) >> 3] = $20_1 + $19_1 * ((+((($6_1 & 2047 | 0) << 21 | 0 | ($7_1 >>> 11 | 0) | 0) >>> 0) + +($8_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16);
         $5_1 = $5_1 + 8 | 0;
         continue label2;
        }
        break label2;
       };
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $10_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label3 : while (1) {
        if ($5_1 >>> 0 < $10_1 >>> 0) {
         $9_1 = $7_1 + $11_1 | 0;
         $22_1 = $9_1 + 1 | 0;
         $16_1 = $9_1;
         $9_1 = $6_1 + $12_1 | 0;
         $16_1 = $9_1 >>> 0 < $6_1 >>> 0 ? $22_1 : $16_1;
         $9_1 = __wasm_rotl_i64($9_1, $16_1, 23);
         $16_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $9_1 = $6_1 + $9_1 | 0;
         $16_1 = $9_1 >>> 0 < $6_1 >>> 0 ? $16_1 + 1 | 0 : $16_1;
         HEAP32[$5_1 >> 2] = $9_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $16_1;
         $9_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $16_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $15_1 ^ $16_1 | 0;
         $14_1 = $9_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label3;
        }
        break label3;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $5_1 = 0;
       label4 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $6_1 = $2_1 + $5_1 | 0;
         $7_1 = HEAP32[$6_1 >> 2];
         $8_1 = $5_1 + $21_1 | 0;
         $6_1 = HEAP32[($6_1 + 4 | 0) >> 2];
         HEAPF64[$8_1 >> 3] = HEAPF64[$8_1 >> 3] + $17_1 * ((+((($6_1 & 2047 | 0) << 21 | 0 | ($7_1 >>> 11 | 0) | 0) >>> 0) + +($6_1 >>> 11 | 0 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16);
         $5_1 = $5_1 + 8 | 0;
         continue label4;
        }
        break label4;
       };
       break __inlined_func$60$8;
      case 3:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $18_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label5 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $10_1 = $7_1 + $11_1 | 0;
         $16_1 = $10_1 + 1 | 0;
         $9_1 = $10_1;
         $10_1 = $6_1 + $12_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $16_1 : $9_1;
         $10_1 = __wasm_rotl_i64($10_1, $9_1, 23);
         $9_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $10_1 = $6_1 + $10_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $9_1 + 1 | 0 : $9_1;
         HEAP32[$5_1 >> 2] = $10_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $9_1;
         $10_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $9_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $9_1 ^ $15_1 | 0;
         $14_1 = $10_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label5;
        }
        break label5;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $18_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label6 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $6_1 = $2_1 + $5_1 | 0;
         $7_1 = HEAP32[$6_1 >> 2];
         $6_1 = HEAP32[($6_1 + 4 | 0) >> 2];
         $8_1 = $6_1 >>> 11 | 0;
         HEAPF64[($5_1 + $21_1 | 0) >> 3] = $20_1 + $19_1 * ((+((($6_1 & 2047 | 0) << 21 | 0 | ($7_1 >>> 11 | 0) | 0) >>> 0) + +($8_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16);
         $5_1 = $5_1 + 8 | 0;
         continue label6;
        }
        break label6;
       };
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $10_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label7 : while (1) {
        if ($5_1 >>> 0 < $10_1 >>> 0) {
         $9_1 = $7_1 + $11_1 | 0;
         $22_1 = $9_1 + 1 | 0;
         $16_1 = $9_1;
         $9_1 = $6_1 + $12_1 | 0;
         $16_1 = $9_1 >>> 0 < $6_1 >>> 0 ? $22_1 : $16_1;
         $9_1 = __wasm_rotl_i64($9_1, $16_1, 23);
         $16_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $9_1 = $6_1 + $9_1 | 0;
         $16_1 = $9_1 >>> 0 < $6_1 >>> 0 ? $16_1 + 1 | 0 : $16_1;
         HEAP32[$5_1 >> 2] = $9_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $16_1;
         $9_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $16_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $15_1 ^ $16_1 | 0;
         $14_1 = $9_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label7;
        }
        break label7;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $5_1 = 0;
       label8 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $6_1 = $5_1 + $21_1 | 0;
         $20_1 = HEAPF64[$6_1 >> 3];
         $7_1 = $2_1 + $5_1 | 0;
         $8_1 = HEAP32[$7_1 >> 2];
         $7_1 = HEAP32[($7_1 + 4 | 0) >> 2];
         $13_1 = $7_1 >>> 11 | 0;
         HEAPF64[$6_1 >> 3] = $20_1 + ($17_1 - $20_1 - $20_1) * ((+((($7_1 & 2047 | 0) << 21 | 0 | ($8_1 >>> 11 | 0) | 0) >>> 0) + +($13_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16);
         $5_1 = $5_1 + 8 | 0;
         continue label8;
        }
        break label8;
       };
       break __inlined_func$60$8;
      case 4:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $18_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label9 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $10_1 = $7_1 + $11_1 | 0;
         $16_1 = $10_1 + 1 | 0;
         $9_1 = $10_1;
         $10_1 = $6_1 + $12_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $16_1 : $9_1;
         $10_1 = __wasm_rotl_i64($10_1, $9_1, 23);
         $9_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $10_1 = $6_1 + $10_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $9_1 + 1 | 0 : $9_1;
         HEAP32[$5_1 >> 2] = $10_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $9_1;
         $10_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $9_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $9_1 ^ $15_1 | 0;
         $14_1 = $10_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label9;
        }
        break label9;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $6_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label10 : while (1) {
        if ($5_1 >>> 0 < $6_1 >>> 0) {
         $7_1 = $2_1 + $5_1 | 0;
         $8_1 = HEAP32[$7_1 >> 2];
         $7_1 = HEAP32[($7_1 + 4 | 0) >> 2];
         $13_1 = $7_1 >>> 11 | 0;
         $23_1 = (+((($7_1 & 2047 | 0) << 21 | 0 | ($8_1 >>> 11 | 0) | 0) >>> 0) + +($13_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16 + -.5;
         $17_1 = $23_1 * $23_1;
         $24_1 = $17_1 * $17_1;
         $25_1 = $24_1 * $24_1;
         HEAPF64[($5_1 + $21_1 | 0) >> 3] = $20_1 + $19_1 * ($23_1 * (3.141592653589793 - $17_1 * 5.16771278004997 + $24_1 * (2.5501640398773455 - $17_1 * .5992645293207921) + $25_1 * (.08214588661112823 - $17_1 * 7.3704309457143504e-03 + $24_1 * (4.6630280576761255e-04 - $17_1 * 2.1915353447830217e-05) + $25_1 * (7.952054001475513e-07 - $17_1 * 2.2948428997269873e-08 + $24_1 * 5.392664662608129e-10))));
         $5_1 = $5_1 + 8 | 0;
         continue label10;
        }
        break label10;
       };
       break __inlined_func$60$8;
      case 5:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $18_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label11 : while (1) {
        if ($5_1 >>> 0 < $18_1 >>> 0) {
         $10_1 = $7_1 + $11_1 | 0;
         $16_1 = $10_1 + 1 | 0;
         $9_1 = $10_1;
         $10_1 = $6_1 + $12_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $16_1 : $9_1;
         $10_1 = __wasm_rotl_i64($10_1, $9_1, 23);
         $9_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $10_1 = $6_1 + $10_1 | 0;
         $9_1 = $10_1 >>> 0 < $6_1 >>> 0 ? $9_1 + 1 | 0 : $9_1;
         HEAP32[$5_1 >> 2] = $10_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $9_1;
         $10_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $9_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $9_1 ^ $15_1 | 0;
         $14_1 = $10_1 ^ $14_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label11;
        }
        break label11;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $6_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label12 : while (1) {
        if ($5_1 >>> 0 < $6_1 >>> 0) {
         $7_1 = $2_1 + $5_1 | 0;
         $8_1 = HEAP32[$7_1 >> 2];
         $7_1 = HEAP32[($7_1 + 4 | 0) >> 2];
         $13_1 = $7_1 >>> 11 | 0;
         (wasm2js_i32$0 = $5_1 + $21_1 | 0, wasm2js_f64$0 = -$20_1 * $0((+((($7_1 & 2047 | 0) << 21 | 0 | ($8_1 >>> 11 | 0) | 0) >>> 0) + +($13_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16)), HEAPF64[wasm2js_i32$0 >> 3] = wasm2js_f64$0;
         $5_1 = $5_1 + 8 | 0;
         continue label12;
        }
        break label12;
       };
       break __inlined_func$60$8;
      case 6:
       $6_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label13 : while (1) {
        if ($5_1 >>> 0 < $6_1 >>> 0) {
         (wasm2js_i32$0 = $5_1 + $21_1 | 0, wasm2js_f64$0 = $17_1 + $19_1 * $7($3_1, $20_1)), HEAPF64[wasm2js_i32$0 >> 3] = wasm2js_f64$0;
         $5_1 = $5_1 + 8 | 0;
         continue label13;
        }
        break label13;
       };
       break __inlined_func$60$8;
      case 7:
       $36($21_1, $4_1, $3_1, $20_1, $19_1);
       $6_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label14 : while (1) {
        if ($5_1 >>> 0 < $6_1 >>> 0) {
         $7_1 = $5_1 + $21_1 | 0;
         (wasm2js_i32$0 = $7_1, wasm2js_f64$0 = $1(HEAPF64[$7_1 >> 3])), HEAPF64[wasm2js_i32$0 >> 3] = wasm2js_f64$0;
         $5_1 = $5_1 + 8 | 0;
         continue label14;
        }
        break label14;
       };
       break __inlined_func$60$8;
      case 8:
       $6_1 = global$0;
       $7_1 = global$0$hi;
       $8_1 = global$1;
       $13_1 = global$1$hi;
       $15_1 = global$2;
       $14_1 = global$2$hi;
       $12_1 = global$3;
       $11_1 = global$3$hi;
       $5_1 = $2_1;
       $9_1 = $5_1 + ($4_1 << 3 | 0) | 0;
       label15 : while (1) {
        if ($5_1 >>> 0 < $9_1 >>> 0) {
         $16_1 = $7_1 + $11_1 | 0;
         $28_1 = $16_1 + 1 | 0;
         $22_1 = $16_1;
         $16_1 = $6_1 + $12_1 | 0;
         $22_1 = $16_1 >>> 0 < $6_1 >>> 0 ? $28_1 : $22_1;
         $16_1 = __wasm_rotl_i64($16_1, $22_1, 23);
         $22_1 = $7_1 + i64toi32_i32$HIGH_BITS | 0;
         $16_1 = $6_1 + $16_1 | 0;
         $22_1 = $16_1 >>> 0 < $6_1 >>> 0 ? $22_1 + 1 | 0 : $22_1;
         HEAP32[$5_1 >> 2] = $16_1;
         HEAP32[($5_1 + 4 | 0) >> 2] = $22_1;
         $16_1 = $13_1 << 17 | 0 | ($8_1 >>> 15 | 0) | 0;
         $22_1 = $8_1 << 17 | 0;
         $12_1 = $8_1 ^ $12_1 | 0;
         $11_1 = $11_1 ^ $13_1 | 0;
         $15_1 = $6_1 ^ $15_1 | 0;
         $8_1 = $8_1 ^ $15_1 | 0;
         $14_1 = $7_1 ^ $14_1 | 0;
         $13_1 = $13_1 ^ $14_1 | 0;
         $6_1 = $6_1 ^ $12_1 | 0;
         $7_1 = $7_1 ^ $11_1 | 0;
         $15_1 = $15_1 ^ $22_1 | 0;
         $14_1 = $14_1 ^ $16_1 | 0;
         $12_1 = __wasm_rotl_i64($12_1, $11_1, 45);
         $11_1 = i64toi32_i32$HIGH_BITS;
         $5_1 = $5_1 + 8 | 0;
         continue label15;
        }
        break label15;
       };
       global$0 = $6_1;
       global$0$hi = $7_1;
       global$1 = $8_1;
       global$1$hi = $13_1;
       global$2 = $15_1;
       global$2$hi = $14_1;
       global$3 = $12_1;
       global$3$hi = $11_1;
       $6_1 = $4_1 << 3 | 0;
       $5_1 = 0;
       label16 : while (1) {
        if ($5_1 >>> 0 < $6_1 >>> 0) {
         $7_1 = $2_1 + $5_1 | 0;
         $8_1 = HEAP32[$7_1 >> 2];
         $7_1 = HEAP32[($7_1 + 4 | 0) >> 2];
         $13_1 = $7_1 >>> 11 | 0;
         $7_1 = ~~((+((($7_1 & 2047 | 0) << 21 | 0 | ($8_1 >>> 11 | 0) | 0) >>> 0) + +($13_1 | 0) * 4294967296.0 + .5) * 1.1102230246251565e-16 * +($10_1 | 0));
         $8_1 = $10_1 - 1 | 0;
         HEAPF64[($5_1 + $21_1 | 0) >> 3] = HEAPF64[(((($7_1 | 0) < ($8_1 | 0) ? $7_1 : $8_1) << 3 | 0) + $18_1 | 0) >> 3];
         $5_1 = $5_1 + 8 | 0;
         continue label16;
        }
        break label16;
       };
       break __inlined_func$60$8;
      case 9:
       $12_1 = ((($10_1 + 1 | 0) >> 1 | 0) << 3 | 0) + $18_1 | 0;
       $8_1 = $4_1 << 3 | 0;
       $6_1 = $10_1 - 1 | 0;
       label20 : while (1) {
        if (($6_1 | 0) >= (0 | 0)) {
         $13_1 = HEAP32[(($6_1 << 2 | 0) + $18_1 | 0) >> 2];
         $11_1 = (Math_imul($6_1, $10_1) << 3 | 0) + $12_1 | 0;
         $19_1 = HEAPF64[($11_1 + ($6_1 << 3 | 0) | 0) >> 3];
         if ($19_1 != 1.0) {
          $5_1 = 0;
          label17 : while (1) {
           if ($5_1 >>> 0 < $8_1 >>> 0) {
            $7_1 = $5_1 + $13_1 | 0;
            HEAPF64[$7_1 >> 3] = $19_1 * HEAPF64[$7_1 >> 3];
            $5_1 = $5_1 + 8 | 0;
            continue label17;
           }
           break label17;
          };
         }
         $7_1 = 0;
         label19 : while (1) {
          if (($6_1 | 0) > ($7_1 | 0)) {
           $19_1 = HEAPF64[(($7_1 << 3 | 0) + $11_1 | 0) >> 3];
           $15_1 = HEAP32[(($7_1 << 2 | 0) + $18_1 | 0) >> 2];
           $5_1 = 0;
           label18 : while (1) {
            if ($5_1 >>> 0 < $8_1 >>> 0) {
             $14_1 = $5_1 + $13_1 | 0;
             HEAPF64[$14_1 >> 3] = HEAPF64[$14_1 >> 3] + $19_1 * HEAPF64[($5_1 + $15_1 | 0) >> 3];
             $5_1 = $5_1 + 8 | 0;
             continue label18;
            }
            break label18;
           };
           $7_1 = $7_1 + 1 | 0;
           continue label19;
          }
          break label19;
         };
         $6_1 = $6_1 - 1 | 0;
         continue label20;
        }
        break label20;
       };
       if (!($20_1 <= 0.0)) {
        $5_1 = 0;
        label22 : while (1) {
         if ($5_1 >>> 0 < $8_1 >>> 0) {
          $19_1 = $7($3_1, $20_1 * .5);
          $19_1 = Math_sqrt($20_1 / ($19_1 + $19_1));
          $6_1 = 0;
          label21 : while (1) {
           if (($6_1 | 0) < ($10_1 | 0)) {
            $7_1 = HEAP32[(($6_1 << 2 | 0) + $18_1 | 0) >> 2] + $5_1 | 0;
            HEAPF64[$7_1 >> 3] = $19_1 * HEAPF64[$7_1 >> 3];
            $6_1 = $6_1 + 1 | 0;
            continue label21;
           }
           break label21;
          };
          $5_1 = $5_1 + 8 | 0;
          continue label22;
         }
         break label22;
        };
       }
       break __inlined_func$60$8;
      case 10:
       $7_1 = $17_1 != 0.0;
       $8_1 = $4_1 << 3 | 0;
       $25_1 = +($10_1 - 1 | 0 | 0) + -1.0e-09;
       $5_1 = 0;
       label23 : while (1) {
        if ($5_1 >>> 0 < $8_1 >>> 0) {
         $6_1 = $5_1 + $21_1 | 0;
         $17_1 = HEAPF64[$6_1 >> 3];
         $10_1 = $6_1;
         if ($7_1) {
          $17_1 = $11($17_1)
         }
         $17_1 = Math_min($25_1, Math_max(($17_1 - $20_1) * $19_1, 0.0));
         $13_1 = ~~$17_1;
         $6_1 = $18_1 + ($13_1 << 4 | 0) | 0;
         $23_1 = HEAPF64[$6_1 >> 3];
         $29_1 = $23_1;
         $24_1 = $17_1 - +($13_1 | 0);
         $17_1 = HEAPF64[($6_1 + 8 | 0) >> 3];
         $23_1 = HEAPF64[($6_1 + 16 | 0) >> 3] - $23_1;
         $27_1 = HEAPF64[($6_1 + 24 | 0) >> 3];
         HEAPF64[$10_1 >> 3] = $29_1 + $24_1 * ($17_1 + $24_1 * ($23_1 * 3.0 - ($17_1 + $17_1) - $27_1 + $24_1 * ($17_1 + $27_1 - ($23_1 + $23_1))));
         $5_1 = $5_1 + 8 | 0;
         continue label23;
        }
        break label23;
       };
       break __inlined_func$60$8;
      case 11:
       break block11;
      default:
       break __inlined_func$60$8;
      };
     }
     $6_1 = $4_1 << 3 | 0;
     $5_1 = 0;
     label24 : while (1) {
      if ($5_1 >>> 0 < $6_1 >>> 0) {
       $7_1 = $5_1 + $21_1 | 0;
       HEAPF64[$7_1 >> 3] = $20_1 + $19_1 * HEAPF64[$7_1 >> 3];
       $5_1 = $5_1 + 8 | 0;
       continue label24;
      }
      break label24;
     };
    }
    $26_1 = $26_1 + 1 | 0;
    continue label;
   }
   break label;
  };
 }
 
 function $53($0_1, $1_1, $2_1, $3_1, $4_1, $5_1, $6_1, $7_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = $3_1 | 0;
  $4_1 = $4_1 | 0;
  $5_1 = $5_1 | 0;
  $6_1 = $6_1 | 0;
  $7_1 = $7_1 | 0;
  var $8_1 = 0, $9_1 = 0, $10_1 = 0.0, $11_1 = 0.0, $12_1 = 0.0, $13_1 = 0.0, $14_1 = 0;
  $14_1 = $3_1 << 3 | 0;
  label2 : while (1) {
   if ($9_1 >>> 0 < $14_1 >>> 0) {
    $11_1 = 0.0;
    $12_1 = 0.0;
    $3_1 = 0;
    label1 : while (1) {
     if (($2_1 | 0) > ($3_1 | 0)) {
      $10_1 = 0.0;
      $8_1 = 0;
      label : while (1) {
       if (($3_1 | 0) >= ($8_1 | 0)) {
        $13_1 = HEAPF64[(HEAP32[(($8_1 << 2 | 0) + $0_1 | 0) >> 2] + $9_1 | 0) >> 3] - HEAPF64[(($8_1 << 3 | 0) + $1_1 | 0) >> 3];
        $10_1 = $10_1 + HEAPF64[(((Math_imul($2_1, $3_1) + $8_1 | 0) << 3 | 0) + $4_1 | 0) >> 3] * $13_1;
        if (($3_1 | 0) == ($8_1 | 0)) {
         $12_1 = Math_max(Math_abs($13_1) * HEAPF64[(($3_1 << 3 | 0) + $5_1 | 0) >> 3], $12_1)
        }
        $8_1 = $8_1 + 1 | 0;
        continue label;
       }
       break label;
      };
      $11_1 = $11_1 + $10_1 * $10_1;
      $3_1 = $3_1 + 1 | 0;
      continue label1;
     }
     break label1;
    };
    HEAPF64[($6_1 + $9_1 | 0) >> 3] = Math_sqrt($11_1);
    HEAPF64[($7_1 + $9_1 | 0) >> 3] = $12_1;
    $9_1 = $9_1 + 8 | 0;
    continue label2;
   }
   break label2;
  };
 }
 
 function $54($0_1, $1_1, $2_1, $3_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = $3_1 | 0;
  var $4_1 = 0;
  global$4 = $0_1;
  global$4$hi = $1_1;
  $0_1 = global$4;
  global$4 = $0_1 + 2135587861 | 0;
  global$4$hi = global$4$hi - (($0_1 >>> 0 < -2135587861 >>> 0) + 1640531526 | 0) | 0;
  $3_1 = __wasm_i64_mul($2_1, $3_1, -561844331, -785111741);
  $4_1 = i64toi32_i32$HIGH_BITS;
  $2_1 = global$4;
  $0_1 = global$4$hi;
  $1_1 = $0_1 >>> 30 | 0;
  $0_1 = __wasm_i64_mul($2_1 ^ (($0_1 & 1073741823 | 0) << 2 | 0 | ($2_1 >>> 30 | 0) | 0) | 0, $0_1 ^ $1_1 | 0, 484763065, -1084733587);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 27 | 0;
  $0_1 = __wasm_i64_mul($0_1 ^ (($2_1 & 134217727 | 0) << 5 | 0 | ($0_1 >>> 27 | 0) | 0) | 0, $1_1 ^ $2_1 | 0, 321982955, -1798288965);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 31 | 0;
  global$4 = ($0_1 ^ (($2_1 & 2147483647 | 0) << 1 | 0 | ($0_1 >>> 31 | 0) | 0) | 0) ^ $3_1 | 0;
  global$4$hi = ($1_1 ^ $2_1 | 0) ^ $4_1 | 0;
  $0_1 = global$4;
  global$4 = $0_1 + 2135587861 | 0;
  global$4$hi = global$4$hi - (($0_1 >>> 0 < -2135587861 >>> 0) + 1640531526 | 0) | 0;
  $2_1 = global$4;
  $0_1 = global$4$hi;
  $1_1 = $0_1 >>> 30 | 0;
  $0_1 = __wasm_i64_mul($2_1 ^ (($0_1 & 1073741823 | 0) << 2 | 0 | ($2_1 >>> 30 | 0) | 0) | 0, $0_1 ^ $1_1 | 0, 484763065, -1084733587);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 27 | 0;
  $0_1 = __wasm_i64_mul($0_1 ^ (($2_1 & 134217727 | 0) << 5 | 0 | ($0_1 >>> 27 | 0) | 0) | 0, $1_1 ^ $2_1 | 0, 321982955, -1798288965);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 31 | 0;
  global$0 = $0_1 ^ (($2_1 & 2147483647 | 0) << 1 | 0 | ($0_1 >>> 31 | 0) | 0) | 0;
  global$0$hi = $1_1 ^ $2_1 | 0;
  $0_1 = global$4;
  global$4 = $0_1 + 2135587861 | 0;
  global$4$hi = global$4$hi - (($0_1 >>> 0 < -2135587861 >>> 0) + 1640531526 | 0) | 0;
  $2_1 = global$4;
  $0_1 = global$4$hi;
  $1_1 = $0_1 >>> 30 | 0;
  $0_1 = __wasm_i64_mul($2_1 ^ (($0_1 & 1073741823 | 0) << 2 | 0 | ($2_1 >>> 30 | 0) | 0) | 0, $0_1 ^ $1_1 | 0, 484763065, -1084733587);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 27 | 0;
  $0_1 = __wasm_i64_mul($0_1 ^ (($2_1 & 134217727 | 0) << 5 | 0 | ($0_1 >>> 27 | 0) | 0) | 0, $1_1 ^ $2_1 | 0, 321982955, -1798288965);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 31 | 0;
  global$1 = $0_1 ^ (($2_1 & 2147483647 | 0) << 1 | 0 | ($0_1 >>> 31 | 0) | 0) | 0;
  global$1$hi = $1_1 ^ $2_1 | 0;
  $0_1 = global$4;
  global$4 = $0_1 + 2135587861 | 0;
  global$4$hi = global$4$hi - (($0_1 >>> 0 < -2135587861 >>> 0) + 1640531526 | 0) | 0;
  $2_1 = global$4;
  $0_1 = global$4$hi;
  $1_1 = $0_1 >>> 30 | 0;
  $0_1 = __wasm_i64_mul($2_1 ^ (($0_1 & 1073741823 | 0) << 2 | 0 | ($2_1 >>> 30 | 0) | 0) | 0, $0_1 ^ $1_1 | 0, 484763065, -1084733587);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 27 | 0;
  $0_1 = __wasm_i64_mul($0_1 ^ (($2_1 & 134217727 | 0) << 5 | 0 | ($0_1 >>> 27 | 0) | 0) | 0, $1_1 ^ $2_1 | 0, 321982955, -1798288965);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 31 | 0;
  global$2 = $0_1 ^ (($2_1 & 2147483647 | 0) << 1 | 0 | ($0_1 >>> 31 | 0) | 0) | 0;
  global$2$hi = $1_1 ^ $2_1 | 0;
  $0_1 = global$4;
  global$4 = $0_1 + 2135587861 | 0;
  global$4$hi = global$4$hi - (($0_1 >>> 0 < -2135587861 >>> 0) + 1640531526 | 0) | 0;
  $2_1 = global$4;
  $0_1 = global$4$hi;
  $1_1 = $0_1 >>> 30 | 0;
  $0_1 = __wasm_i64_mul($2_1 ^ (($0_1 & 1073741823 | 0) << 2 | 0 | ($2_1 >>> 30 | 0) | 0) | 0, $0_1 ^ $1_1 | 0, 484763065, -1084733587);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 27 | 0;
  $0_1 = __wasm_i64_mul($0_1 ^ (($2_1 & 134217727 | 0) << 5 | 0 | ($0_1 >>> 27 | 0) | 0) | 0, $1_1 ^ $2_1 | 0, 321982955, -1798288965);
  $2_1 = i64toi32_i32$HIGH_BITS;
  $1_1 = $2_1 >>> 31 | 0;
  global$3 = $0_1 ^ (($2_1 & 2147483647 | 0) << 1 | 0 | ($0_1 >>> 31 | 0) | 0) | 0;
  global$3$hi = $1_1 ^ $2_1 | 0;
 }
 
 function $55($0_1, $1_1) {
  $0_1 = +$0_1;
  $1_1 = +$1_1;
  return +$10($0_1, $1_1);
 }
 
 function $56($0_1) {
  $0_1 = +$0_1;
  return +($0_1 > 0.0 ? 1.0 : $0_1 < 0.0 ? -1.0 : $0_1);
 }
 
 function $57($0_1) {
  $0_1 = +$0_1;
  return +$35($0_1);
 }
 
 function $58($0_1) {
  $0_1 = +$0_1;
  return +Math_abs($0_1);
 }
 
 function $61($0_1, $1_1, $2_1, $3_1, $4_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = +$2_1;
  $3_1 = +$3_1;
  $4_1 = $4_1 | 0;
  var $5_1 = 0, $6_1 = 0.0, $7_1 = 0;
  $7_1 = ($1_1 << 3 | 0) + $0_1 | 0;
  $1_1 = HEAP32[$4_1 >> 2];
  $5_1 = HEAP32[($4_1 + 4 | 0) >> 2];
  label : while (1) {
   if ($0_1 >>> 0 < $7_1 >>> 0) {
    $6_1 = HEAPF64[$0_1 >> 3];
    HEAPF64[$1_1 >> 3] = $6_1;
    $1_1 = (($2_1 >= $6_1) << 3 | 0) + $1_1 | 0;
    HEAPF64[$5_1 >> 3] = $6_1;
    $5_1 = (($3_1 <= $6_1) << 3 | 0) + $5_1 | 0;
    $0_1 = $0_1 + 8 | 0;
    continue label;
   }
   break label;
  };
  HEAP32[$4_1 >> 2] = $1_1;
  HEAP32[($4_1 + 4 | 0) >> 2] = $5_1;
 }
 
 function $62($0_1, $1_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  var $2_1 = 0, $3_1 = 0, $4_1 = 0.0;
  $1_1 = $1_1 << 3 | 0;
  label : while (1) {
   if ($1_1 >>> 0 > $2_1 >>> 0) {
    $4_1 = HEAPF64[($0_1 + $2_1 | 0) >> 3];
    $3_1 = $4_1 - $4_1 != 0.0 ? $3_1 + 1 | 0 : $3_1;
    $2_1 = $2_1 + 8 | 0;
    continue label;
   }
   break label;
  };
  return $3_1 | 0;
 }
 
 function $63($0_1, $1_1, $2_1, $3_1, $4_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = +$3_1;
  $4_1 = $4_1 | 0;
  var $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0.0, $10_1 = 0;
  $10_1 = $1_1 << 3 | 0;
  $1_1 = 0;
  label : while (1) {
   if ($1_1 >>> 0 < $10_1 >>> 0) {
    $9_1 = HEAPF64[($0_1 + $1_1 | 0) >> 3] - $3_1;
    wasm2js_scratch_store_f64(+Math_abs($9_1));
    $6_1 = wasm2js_scratch_load_i32(1 | 0) | 0;
    wasm2js_scratch_load_i32(0 | 0) | 0;
    $5_1 = $6_1 >> 31 | 0;
    $6_1 = $6_1 >> 8 | 0;
    $8_1 = $4_1 << 12 | 0;
    $7_1 = $6_1 - $8_1 | 0;
    $5_1 = $5_1 - ((($4_1 >> 31 | 0) << 12 | 0 | ($4_1 >>> 20 | 0) | 0) + ($6_1 >>> 0 < $8_1 >>> 0) | 0) | 0;
    $6_1 = $5_1;
    $8_1 = $7_1;
    $7_1 = !!$7_1 & ($5_1 | 0) >= (0 | 0) | 0 | ($5_1 | 0) > (0 | 0) | 0;
    $5_1 = $7_1 ? $8_1 : 0;
    $6_1 = $7_1 ? $6_1 : 0;
    if (($6_1 | 0) > (0 | 0)) {
     $6_1 = 1
    } else {
     $6_1 = ($6_1 | 0) >= (0 | 0) & $5_1 >>> 0 >= 524287 >>> 0 | 0
    }
    $5_1 = $6_1 ? 524287 : $5_1;
    $5_1 = (($9_1 < 0.0 ? 524287 - $5_1 | 0 : $5_1 + 524288 | 0) << 3 | 0) + $2_1 | 0;
    $6_1 = $5_1;
    $7_1 = HEAP32[$5_1 >> 2];
    $5_1 = HEAP32[($5_1 + 4 | 0) >> 2];
    $7_1 = $7_1 + 1 | 0;
    $5_1 = $7_1 ? $5_1 : $5_1 + 1 | 0;
    HEAP32[$6_1 >> 2] = $7_1;
    HEAP32[($6_1 + 4 | 0) >> 2] = $5_1;
    $1_1 = $1_1 + 8 | 0;
    continue label;
   }
   break label;
  };
 }
 
 function $64($0_1, $1_1, $2_1, $3_1, $4_1, $5_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = +$3_1;
  $4_1 = +$4_1;
  $5_1 = $5_1 | 0;
  var $6_1 = 0, $7_1 = 0.0, $8_1 = 0.0;
  $1_1 = $1_1 << 3 | 0;
  $8_1 = +($5_1 - 1 | 0 | 0);
  label : while (1) {
   if ($1_1 >>> 0 > $6_1 >>> 0) {
    $7_1 = (HEAPF64[($0_1 + $6_1 | 0) >> 3] - $3_1) * $4_1;
    $5_1 = (~~($7_1 > 0.0 ? ($8_1 > $7_1 ? $7_1 : $8_1) : 0.0) << 2 | 0) + $2_1 | 0;
    HEAP32[$5_1 >> 2] = HEAP32[$5_1 >> 2] + 1 | 0;
    $6_1 = $6_1 + 8 | 0;
    continue label;
   }
   break label;
  };
 }
 
 function $65($0_1, $1_1, $2_1, $3_1, $4_1) {
  $0_1 = $0_1 | 0;
  $1_1 = $1_1 | 0;
  $2_1 = $2_1 | 0;
  $3_1 = $3_1 | 0;
  $4_1 = $4_1 | 0;
  var $5_1 = 0, $6_1 = 0.0, $7_1 = 0, $8_1 = 0.0, $9_1 = 0.0, $10_1 = 0, $11_1 = 0.0, $12_1 = 0, $13_1 = 0, $14_1 = 0.0, $15_1 = 0.0, $16_1 = 0.0, $17_1 = 0;
  $12_1 = $3_1 << 3 | 0;
  $3_1 = ($2_1 << 3 | 0) + $4_1 | 0;
  label3 : while (1) {
   if (($2_1 | 0) > ($10_1 | 0)) {
    $13_1 = HEAP32[(($10_1 << 2 | 0) + $0_1 | 0) >> 2];
    $11_1 = HEAPF64[(($10_1 << 3 | 0) + $1_1 | 0) >> 3];
    $6_1 = 0.0;
    $14_1 = 0.0;
    $8_1 = 0.0;
    $15_1 = 0.0;
    $5_1 = 0;
    label : while (1) {
     if (($5_1 + 8 | 0) >>> 0 < $12_1 >>> 0) {
      $7_1 = $5_1 + $13_1 | 0;
      $9_1 = HEAPF64[$7_1 >> 3] - $11_1;
      $6_1 = $6_1 + $9_1;
      $16_1 = HEAPF64[($7_1 + 8 | 0) >> 3] - $11_1;
      $14_1 = $14_1 + $16_1;
      $8_1 = $8_1 + $9_1 * $9_1;
      $15_1 = $15_1 + $16_1 * $16_1;
      $5_1 = $5_1 + 16 | 0;
      continue label;
     }
     break label;
    };
    if ($5_1 >>> 0 < $12_1 >>> 0) {
     $9_1 = HEAPF64[($5_1 + $13_1 | 0) >> 3] - $11_1;
     $6_1 = $6_1 + $9_1;
     $8_1 = $8_1 + $9_1 * $9_1;
    }
    $5_1 = ($10_1 << 3 | 0) + $4_1 | 0;
    HEAPF64[$5_1 >> 3] = HEAPF64[$5_1 >> 3] + ($6_1 + $14_1);
    HEAPF64[$3_1 >> 3] = HEAPF64[$3_1 >> 3] + ($8_1 + $15_1);
    $3_1 = $3_1 + 8 | 0;
    $5_1 = $10_1 + 1 | 0;
    label2 : while (1) {
     if (($2_1 | 0) > ($5_1 | 0)) {
      $17_1 = HEAP32[(($5_1 << 2 | 0) + $0_1 | 0) >> 2];
      $8_1 = HEAPF64[(($5_1 << 3 | 0) + $1_1 | 0) >> 3];
      $6_1 = 0.0;
      $7_1 = 0;
      label1 : while (1) {
       if ($7_1 >>> 0 < $12_1 >>> 0) {
        $6_1 = $6_1 + (HEAPF64[($7_1 + $13_1 | 0) >> 3] - $11_1) * (HEAPF64[($7_1 + $17_1 | 0) >> 3] - $8_1);
        $7_1 = $7_1 + 8 | 0;
        continue label1;
       }
       break label1;
      };
      HEAPF64[$3_1 >> 3] = HEAPF64[$3_1 >> 3] + $6_1;
      $3_1 = $3_1 + 8 | 0;
      $5_1 = $5_1 + 1 | 0;
      continue label2;
     }
     break label2;
    };
    $10_1 = $10_1 + 1 | 0;
    continue label3;
   }
   break label3;
  };
 }
 
 function __wasm_i64_mul($0_1, $1_1, $2_1, $3_1) {
  var $4_1 = 0, $5_1 = 0, $6_1 = 0, $7_1 = 0, $8_1 = 0, $9_1 = 0;
  $4_1 = $2_1 >>> 16 | 0;
  $5_1 = $0_1 >>> 16 | 0;
  $9_1 = Math_imul($4_1, $5_1);
  $6_1 = $2_1 & 65535 | 0;
  $7_1 = $0_1 & 65535 | 0;
  $8_1 = Math_imul($6_1, $7_1);
  $5_1 = ($8_1 >>> 16 | 0) + Math_imul($5_1, $6_1) | 0;
  $4_1 = ($5_1 & 65535 | 0) + Math_imul($4_1, $7_1) | 0;
  i64toi32_i32$HIGH_BITS = (((Math_imul($1_1, $2_1) + $9_1 | 0) + Math_imul($0_1, $3_1) | 0) + ($5_1 >>> 16 | 0) | 0) + ($4_1 >>> 16 | 0) | 0;
  return $8_1 & 65535 | 0 | ($4_1 << 16 | 0) | 0;
 }
 
 function __wasm_nearest_f64($0_1) {
  var $1_1 = 0.0, $2_1 = 0.0;
  $1_1 = Math_floor($0_1);
  $2_1 = $0_1 - $1_1;
  if (!($2_1 < .5)) {
   $0_1 = Math_ceil($0_1);
   if ($2_1 > .5) {
    return $0_1
   }
   $2_1 = $0_1;
   $0_1 = $1_1 * .5;
   $1_1 = $0_1 - Math_floor($0_1) == 0.0 ? $1_1 : $2_1;
  }
  return $1_1;
 }
 
 function __wasm_rotl_i64($0_1, $1_1, $2_1) {
  var $3_1 = 0, $4_1 = 0, $5_1 = 0, $6_1 = 0;
  $6_1 = $2_1 & 63 | 0;
  $5_1 = $6_1;
  $4_1 = $5_1 & 31 | 0;
  if ($5_1 >>> 0 >= 32 >>> 0) {
   $5_1 = -1 >>> $4_1 | 0
  } else {
   $3_1 = -1 >>> $4_1 | 0;
   $5_1 = $3_1 | (((1 << $4_1 | 0) - 1 | 0) << (32 - $4_1 | 0) | 0) | 0;
  }
  $5_1 = $5_1 & $0_1 | 0;
  $3_1 = $1_1 & $3_1 | 0;
  $4_1 = $6_1 & 31 | 0;
  if ($6_1 >>> 0 >= 32 >>> 0) {
   $3_1 = $5_1 << $4_1 | 0;
   $6_1 = 0;
  } else {
   $3_1 = ((1 << $4_1 | 0) - 1 | 0) & ($5_1 >>> (32 - $4_1 | 0) | 0) | 0 | ($3_1 << $4_1 | 0) | 0;
   $6_1 = $5_1 << $4_1 | 0;
  }
  $5_1 = $3_1;
  $4_1 = (0 - $2_1 | 0) & 63 | 0;
  $3_1 = $4_1 & 31 | 0;
  if ($4_1 >>> 0 >= 32 >>> 0) {
   $3_1 = -1 << $3_1 | 0;
   $2_1 = 0;
  } else {
   $2_1 = -1 << $3_1 | 0;
   $3_1 = $2_1 | (((1 << $3_1 | 0) - 1 | 0) & (-1 >>> (32 - $3_1 | 0) | 0) | 0) | 0;
  }
  $0_1 = $2_1 & $0_1 | 0;
  $1_1 = $1_1 & $3_1 | 0;
  $3_1 = $4_1 & 31 | 0;
  if ($4_1 >>> 0 >= 32 >>> 0) {
   $2_1 = 0;
   $0_1 = $1_1 >>> $3_1 | 0;
  } else {
   $2_1 = $1_1 >>> $3_1 | 0;
   $0_1 = (((1 << $3_1 | 0) - 1 | 0) & $1_1 | 0) << (32 - $3_1 | 0) | 0 | ($0_1 >>> $3_1 | 0) | 0;
  }
  $0_1 = $0_1 | $6_1 | 0;
  i64toi32_i32$HIGH_BITS = $2_1 | $5_1 | 0;
  return $0_1;
 }
 
 bufferView = HEAPU8;
 initActiveSegments(imports);
 var FUNCTION_TABLE = [null, $58, $31, $30, $29, $28, $27, $26, $25, $24, $23, $57, $22, $21, $20, $19, $18, $17, $56, $16, $15, $14, $13];
 $37();
 function __wasm_memory_size() {
  return buffer.byteLength >> 16;
 }
 
 function __wasm_memory_grow(pagesToAdd) {
  pagesToAdd = pagesToAdd | 0;
  var oldPages = __wasm_memory_size() | 0;
  var newPages = oldPages + pagesToAdd | 0;
  if ((oldPages < newPages) && (newPages < 65536)) {
   var newBuffer = new ArrayBuffer(newPages << 16);
   var newHEAP8 = new Int8Array(newBuffer);
   newHEAP8.set(HEAP8);
   HEAP8 = new Int8Array(newBuffer);
   HEAP16 = new Int16Array(newBuffer);
   HEAP32 = new Int32Array(newBuffer);
   HEAPU8 = new Uint8Array(newBuffer);
   HEAPU16 = new Uint16Array(newBuffer);
   HEAPU32 = new Uint32Array(newBuffer);
   HEAPF32 = new Float32Array(newBuffer);
   HEAPF64 = new Float64Array(newBuffer);
   buffer = newBuffer;
   bufferView = HEAPU8;
  }
  return oldPages;
 }
 
 return {
  "reserve": $48, 
  "release": $49, 
  "begin": $54, 
  "drawBlock": $52, 
  "evaluateBlock": $51, 
  "distances": $53, 
  "acos": $31, 
  "acosh": $30, 
  "asin": $29, 
  "asinh": $28, 
  "atan": $27, 
  "atanh": $26, 
  "cbrt": $25, 
  "cos": $24, 
  "cosh": $23, 
  "exp": $22, 
  "expm1": $21, 
  "log": $20, 
  "log10": $19, 
  "log1p": $18, 
  "log2": $17, 
  "sin": $16, 
  "sinh": $15, 
  "tan": $14, 
  "tanh": $13, 
  "atan2": $55, 
  "hypot": $50, 
  "countLinear": $64, 
  "countLogarithmic": $63, 
  "countNotFinite": $62, 
  "narrowest": $47, 
  "sort": $46, 
  "sortByCell": $45, 
  "tails": $61, 
  "addMoments": $65, 
  "erf": $35, 
  "mod": $33, 
  "power": $32, 
  "memory": Object.create(Object.prototype, {
   "grow": {
    "value": __wasm_memory_grow
   }, 
   "buffer": {
    "get": function () {
     return buffer;
    }
    
   }
  })
 };
}


/** The engine without WebAssembly. */
export const createTwin = (): unknown => asmFunc({});
